using System.Buffers.Text;
using System.Text;

namespace RMF.XProtect.Live;

/// <summary>The lines before a frame: the length of its body, when it was taken, and when those beside it were. Other lines are passed over, whatever their order and case.</summary>
/// <param name="Length">Bytes of the body; null where it does not say.</param>
/// <param name="TimeMs">Milliseconds since 1970 UTC; null where it does not say.</param>
/// <param name="NextMs">The same of the frame after it.</param>
/// <param name="PreviousMs">The same of the frame before it.</param>
internal readonly record struct FrameHead(int? Length, long? TimeMs, long? NextMs, long? PreviousMs)
{
    /// <summary>The end of the year 9999, which is as far as a DateTimeOffset goes.</summary>
    private const long LastTimeMs = 253_402_300_799_999;

    private static readonly byte[] First = Encoding.ASCII.GetBytes("imageresponse");
    private static readonly byte[] LengthName = Encoding.ASCII.GetBytes("content-length");
    private static readonly byte[] TimeName = Encoding.ASCII.GetBytes("current");
    private static readonly byte[] NextName = Encoding.ASCII.GetBytes("next");
    private static readonly byte[] PreviousName = Encoding.ASCII.GetBytes("prev");

    public static FrameHead Read(ReadOnlySpan<byte> head)
    {
        if (!Is(Line(ref head), First))
        {
            return default;
        }

        long? length = null;
        long? time = null;
        long? next = null;
        long? previous = null;
        while (head.Length > 0)
        {
            var line = Line(ref head);
            var colon = line.IndexOf((byte)':');
            if (colon < 0)
            {
                continue;
            }

            var name = line.Slice(0, colon);
            if (Is(name, LengthName))
            {
                length = Number(line.Slice(colon + 1));
            }
            else if (Is(name, TimeName))
            {
                time = Number(line.Slice(colon + 1));
            }
            else if (Is(name, NextName))
            {
                next = Number(line.Slice(colon + 1));
            }
            else if (Is(name, PreviousName))
            {
                previous = Number(line.Slice(colon + 1));
            }
        }

        return new FrameHead(length is >= 0 and <= int.MaxValue ? (int)length : null, Time(time), Time(next), Time(previous));
    }

    private static long? Time(long? ms) => ms is > 0 and <= LastTimeMs ? ms : null;

    private static ReadOnlySpan<byte> Line(ref ReadOnlySpan<byte> text)
    {
        var end = text.IndexOf((byte)'\n');
        var line = end < 0 ? text : text.Slice(0, end);
        text = end < 0 ? default : text.Slice(end + 1);
        return Trim(line);
    }

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
    {
        while (text.Length > 0 && text[0] is (byte)' ' or (byte)'\t')
        {
            text = text.Slice(1);
        }

        while (text.Length > 0 && text[text.Length - 1] is (byte)' ' or (byte)'\t' or (byte)'\r')
        {
            text = text.Slice(0, text.Length - 1);
        }

        return text;
    }

    private static long? Number(ReadOnlySpan<byte> text)
    {
        var trimmed = Trim(text);
        return Utf8Parser.TryParse(trimmed, out long value, out var used) && used == trimmed.Length ? value : null;
    }

    private static bool Is(ReadOnlySpan<byte> text, byte[] lower)
    {
        if (text.Length != lower.Length)
        {
            return false;
        }

        for (var i = 0; i < lower.Length; i++)
        {
            if ((text[i] is >= (byte)'A' and <= (byte)'Z' ? text[i] + 32 : text[i]) != lower[i])
            {
                return false;
            }
        }

        return true;
    }
}
