using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace RMF.Engine.Tests.Playback;

/// <summary>Reads an AVI file by walking its chunks, and checks what a player relies on.</summary>
internal sealed class AviFile
{
    private readonly byte[] bytes;

    public AviFile(string path)
    {
        bytes = File.ReadAllBytes(path);
        Assert.Equal(("RIFF", "AVI "), (Code(0), Code(8)));
        Assert.Equal(bytes.Length - 8, Number(4));
        var index = new List<(int Offset, int Size)>();
        var movi = 0;
        Walk(12, bytes.Length, index, ref movi);

        Assert.Equal(Pictures.Count, index.Count);
        Assert.Equal(Pictures.Select(p => (p.Offset - 8 - movi, p.Length)), index);
        Assert.Equal(Pictures.Count, HeaderFrames);
        Assert.Equal(Pictures.Count, StreamFrames);
    }

    public List<(int Offset, int Length)> Pictures { get; } = [];

    public int Width { get; private set; }

    public int Height { get; private set; }

    public int HeaderFrames { get; private set; }

    public int StreamFrames { get; private set; }

    public TimeSpan Interval { get; private set; }

    public byte[] Picture(int number) => bytes[Pictures[number].Offset..(Pictures[number].Offset + Pictures[number].Length)];

    /// <summary>What the fake's pictures say: the site, and when they were taken.</summary>
    public IEnumerable<(string Site, DateTimeOffset Time)> Words() => Enumerable.Range(0, Pictures.Count).Select(i =>
    {
        var picture = Picture(i);
        var words = Encoding.ASCII.GetString(picture, 6, picture[5] - 2).Split(' ');
        return (words[0], new DateTimeOffset(long.Parse(words[1], CultureInfo.InvariantCulture), TimeSpan.Zero));
    });

    private void Walk(int at, int end, List<(int, int)> index, ref int movi)
    {
        while (at < end)
        {
            var (code, size, data) = (Code(at), Number(at + 4), at + 8);
            Assert.InRange(data + size, 0, end);
            switch (code)
            {
                case "LIST":
                    if (Code(data) == "movi")
                    {
                        movi = data;
                    }

                    Walk(data + 4, data + size, index, ref movi);
                    break;
                case "avih":
                    HeaderFrames = Number(data + 16);
                    (Width, Height) = (Number(data + 32), Number(data + 36));
                    Interval = TimeSpan.FromMicroseconds(Number(data));
                    break;
                case "strh":
                    Assert.Equal(("vids", "MJPG"), (Code(data), Code(data + 4)));
                    Assert.Equal(Interval.TotalSeconds, (double)Number(data + 20) / Number(data + 24), 9);
                    StreamFrames = Number(data + 32);
                    break;
                case "strf":
                    Assert.Equal((40, Width, Height, "MJPG"), (Number(data), Number(data + 4), Number(data + 8), Code(data + 16)));
                    break;
                case "00dc":
                    Pictures.Add((data, size));
                    break;
                case "idx1":
                    for (var i = data; i < data + size; i += 16)
                    {
                        index.Add((Number(i + 8), Number(i + 12)));
                    }

                    break;
                default:
                    Assert.Fail($"a chunk '{code}' at {at}");
                    break;
            }

            at = data + size + (size & 1);
        }
    }

    private string Code(int at) => Encoding.ASCII.GetString(bytes, at, 4);

    private int Number(int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at));
}
