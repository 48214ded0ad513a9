using System.Runtime.InteropServices;
using System.Text;

namespace RMF.Engine.Playback.Export.Avi;

/// <summary>
/// Writes JPEG pictures of one size as a Motion JPEG AVI file with an index (RIFF AVI 1.0). The rate is constant: the median of the pictures'
/// intervals. The file is whole after <see cref="Finish"/> alone. One thread at a time.
/// </summary>
internal sealed class AviWriter : IDisposable
{
    private const int HeaderBytes = 224;
    private const int MoviAt = HeaderBytes - 4;
    private const int ChunkHead = 8;
    private const int IndexEntry = 16;
    private const uint HasIndex = 0x10;
    private const uint KeyFrame = 0x10;

    private readonly Stream stream;
    private readonly int width;
    private readonly int height;
    private readonly List<(uint Offset, uint Size)> index = [];
    private readonly List<long> times = [];
    private uint largest;

    /// <param name="stream">Empty, can seek; closed with this.</param>
    /// <param name="width">Of each picture, in pixels.</param>
    /// <param name="height">Of each picture, in pixels.</param>
    public AviWriter(Stream stream, int width, int height)
    {
        this.stream = stream;
        this.width = width;
        this.height = height;
        stream.Write(new byte[HeaderBytes], 0, HeaderBytes);
    }

    public int Frames => index.Count;

    public TimeSpan Interval => FrameInterval.Of(times);

    /// <summary>How long the file would be with one more picture and its index.</summary>
    public long LengthWith(int bytes) => stream.Position + ChunkHead + bytes + 1 + ChunkHead + ((index.Count + 1L) * IndexEntry);

    public void Add(ReadOnlyMemory<byte> jpeg, DateTimeOffset time)
    {
        index.Add(((uint)(stream.Position - MoviAt), (uint)jpeg.Length));
        times.Add(time.UtcTicks);
        largest = Math.Max(largest, (uint)jpeg.Length);
        var head = new Chunk(ChunkHead).Text("00dc").Number((uint)jpeg.Length).Bytes;
        stream.Write(head, 0, head.Length);
        var data = MemoryMarshal.TryGetArray(jpeg, out var segment) ? segment : new ArraySegment<byte>(jpeg.ToArray());
        stream.Write(data.Array!, data.Offset, data.Count);
        if ((jpeg.Length & 1) == 1)
        {
            stream.WriteByte(0);
        }
    }

    /// <summary>Writes the index and the header.</summary>
    public void Finish()
    {
        var end = stream.Position;
        var entries = new Chunk(ChunkHead + (index.Count * IndexEntry)).Text("idx1").Number((uint)(index.Count * IndexEntry));
        foreach (var (offset, size) in index)
        {
            entries.Text("00dc").Number(KeyFrame).Number(offset).Number(size);
        }

        stream.Write(entries.Bytes, 0, entries.Bytes.Length);
        var head = Header((uint)(stream.Position - ChunkHead), (uint)(end - MoviAt));
        stream.Position = 0;
        stream.Write(head, 0, head.Length);
        stream.Flush();
    }

    public void Dispose() => stream.Dispose();

    private byte[] Header(uint riffBytes, uint moviBytes)
    {
        var interval = Interval.Ticks / 10;
        var count = (uint)index.Count;
        return new Chunk(HeaderBytes)
            .Text("RIFF").Number(riffBytes).Text("AVI ")
            .Text("LIST").Number(192).Text("hdrl")
            .Text("avih").Number(56)
            .Number((uint)interval).Number((uint)Math.Min(uint.MaxValue, largest * 1_000_000L / interval)).Number(0).Number(HasIndex)
            .Number(count).Number(0).Number(1).Number(largest).Number((uint)width).Number((uint)height).Skip(16)
            .Text("LIST").Number(116).Text("strl")
            .Text("strh").Number(56).Text("vids").Text("MJPG").Skip(12)
            .Number((uint)interval).Number(1_000_000).Number(0).Number(count).Number(largest).Number(uint.MaxValue).Number(0)
            .Skip(4).Short((ushort)Math.Min(width, ushort.MaxValue)).Short((ushort)Math.Min(height, ushort.MaxValue))
            .Text("strf").Number(40)
            .Number(40).Number((uint)width).Number((uint)height).Short(1).Short(24).Text("MJPG").Number((uint)Math.Min(uint.MaxValue, (long)width * height * 3)).Skip(16)
            .Text("LIST").Number(moviBytes).Text("movi")
            .Bytes;
    }

    /// <summary>Little-endian numbers and four-letter codes, one after the other.</summary>
    private sealed class Chunk(int length)
    {
        private int at;

        public byte[] Bytes { get; } = new byte[length];

        public Chunk Text(string code)
        {
            at += Encoding.ASCII.GetBytes(code, 0, code.Length, Bytes, at);
            return this;
        }

        public Chunk Number(uint value) => Short((ushort)value).Short((ushort)(value >> 16));

        public Chunk Short(ushort value)
        {
            Bytes[at++] = (byte)value;
            Bytes[at++] = (byte)(value >> 8);
            return this;
        }

        public Chunk Skip(int bytes)
        {
            at += bytes;
            return this;
        }
    }
}
