using System.Globalization;
using System.Numerics;

namespace RMF.Simulator.Pictures;

/// <summary>
/// Draws the pictures of one camera: site, side, camera, number of the frame and time, in letters that a person and
/// <see cref="SimulatedPicture"/> can read. A picture costs some microseconds and no memory. Immutable and thread-safe.
/// </summary>
internal sealed class CameraPicture
{
    /// <summary>No picture is longer: a change at each block, each byte escaped, and the head.</summary>
    public const int MaxBytes = (PictureLayout.Columns * PictureLayout.Rows * ChangeBits * 2 / 8) + 1024;

    private const int ChangeBits = 7;
    private const uint ToWhite = 0b1010000;
    private const uint ToBlack = 0b1001110;
    private const uint FirstBlack = 0b1100110;
    private const int SameBits = 2;
    private const int Half = 64;
    private const int Fixed = 3;

    private readonly DotRow[] names = new DotRow[Fixed * PixelFont.Rows];

    public CameraPicture(string site, string? side, string camera)
    {
        var lines = new[] { site, side ?? "-", camera };
        for (var i = 0; i < Fixed; i++)
        {
            DotRow.Draw(lines[i], names.AsSpan(i * PixelFont.Rows, PixelFont.Rows));
        }
    }

    /// <summary>Writes one picture and returns its length.</summary>
    /// <param name="target">At least <see cref="MaxBytes"/> long.</param>
    /// <param name="frame">Number of the frame.</param>
    /// <param name="time">When it was taken.</param>
    public int Write(Span<byte> target, long frame, DateTimeOffset time)
    {
        Span<DotRow> moving = stackalloc DotRow[2 * PixelFont.Rows];
        Span<char> text = stackalloc char[PictureLayout.LettersPerLine];
        PictureLayout.FramePrefix.CopyTo(text);
        frame.TryFormat(text[PictureLayout.FramePrefix.Length..], out var length, "D12", CultureInfo.InvariantCulture);
        DotRow.Draw(text[..(PictureLayout.FramePrefix.Length + length)], moving[..PixelFont.Rows]);
        DotRow.Draw(text[..PictureLayout.Time(time.UtcDateTime, text)], moving[PixelFont.Rows..]);

        JpegHead.Bytes.CopyTo(target);
        var writer = new BitWriter(target[JpegHead.Bytes.Length..]);
        writer.Write(FirstBlack, ChangeBits);
        for (var row = 0; row < PictureLayout.Rows; row++)
        {
            var dots = RowAt(row, moving);
            Write(ref writer, dots, skip: row == 0 ? 1 : 0);
        }

        writer.End();
        var end = JpegHead.Bytes.Length + writer.Length;
        target[end] = 0xFF;
        target[end + 1] = 0xD9;
        return end + 2;
    }

    private DotRow RowAt(int row, ReadOnlySpan<DotRow> moving)
    {
        var (line, within) = Math.DivRem(row - PictureLayout.Top, PictureLayout.LinePitch);
        if (row < PictureLayout.Top || within >= PixelFont.Rows || line >= PictureLayout.Lines)
        {
            return default;
        }

        return line < Fixed ? names[(line * PixelFont.Rows) + within] : moving[((line - Fixed) * PixelFont.Rows) + within];
    }

    /// <summary>A row begins and ends black, so rows do not depend on each other.</summary>
    private static void Write(ref BitWriter writer, DotRow dots, int skip)
    {
        var carry = (dots.Left & 1) << (Half - 1);
        Changes(ref writer, dots.Left, dots.Left ^ (dots.Left >> 1), skip);
        Changes(ref writer, dots.Right, dots.Right ^ ((dots.Right >> 1) | carry), 0);
    }

    private static void Changes(ref BitWriter writer, ulong dots, ulong changes, int from)
    {
        var at = from;
        while (changes != 0)
        {
            var next = BitOperations.LeadingZeroCount(changes);
            writer.Zeros((next - at) * SameBits);
            writer.Write((dots & (1UL << (Half - 1 - next))) != 0 ? ToWhite : ToBlack, ChangeBits);
            changes &= ~(1UL << (Half - 1 - next));
            at = next + 1;
        }

        writer.Zeros((Half - at) * SameBits);
    }
}
