using System.Globalization;
using System.Text;
using RMF.Simulator.Faults;
using RMF.Simulator.Pictures;
using RMF.Simulator.Recordings;

namespace RMF.Simulator.ImageServer;

/// <summary>Makes the bytes of frames in one buffer that is used again and again: head, picture, empty line.</summary>
internal sealed class FrameWriter(FaultSet faults)
{
    private const int HeadBytes = 256;

    private readonly byte[] buffer = new byte[HeadBytes + CameraPicture.MaxBytes + 4];
    private readonly byte[] picture = new byte[CameraPicture.MaxBytes];

    /// <summary>One live frame, valid until the next call.</summary>
    /// <param name="feed">The camera.</param>
    /// <param name="frame">Number of the frame.</param>
    /// <param name="at">When it was taken, by the site's clock.</param>
    /// <param name="noise">The fault that spoils the picture; null = none does.</param>
    public ReadOnlyMemory<byte> Write(CameraFeed feed, long frame, DateTimeOffset at, ActiveFault? noise) =>
        Write(feed, new FoundFrame(frame, at, at - feed.Interval, at + feed.Interval), noise);

    /// <summary>One frame, valid until the next call.</summary>
    /// <param name="feed">The camera.</param>
    /// <param name="frame">Which frame, and those beside it.</param>
    /// <param name="noise">The fault that spoils the picture; null = none does.</param>
    public ReadOnlyMemory<byte> Write(CameraFeed feed, FoundFrame frame, ActiveFault? noise)
    {
        var length = feed.Picture.Write(picture, frame.Number, frame.At);
        if (noise is not null)
        {
            faults.DrawNoise(noise, picture.AsSpan(0, length));
            picture[0] = 0;
        }

        System.Text.Unicode.Utf8.TryWrite(
            buffer,
            CultureInfo.InvariantCulture,
            $"ImageResponse\r\nContent-length: {length}\r\nContent-type: image/jpeg\r\nCurrent: {frame.At.ToUnixTimeMilliseconds()}\r\n",
            out var head);
        head += Line(buffer.AsSpan(head), "Next", frame.Next);
        head += Line(buffer.AsSpan(head), "Prev", frame.Previous);
        "\r\n"u8.CopyTo(buffer.AsSpan(head));
        head += 2;
        picture.AsSpan(0, length).CopyTo(buffer.AsSpan(head));
        "\r\n\r\n"u8.CopyTo(buffer.AsSpan(head + length));
        return buffer.AsMemory(0, head + length + 4);
    }

    private static int Line(Span<byte> target, string name, DateTimeOffset? time)
    {
        if (time is not { } known)
        {
            return 0;
        }

        System.Text.Unicode.Utf8.TryWrite(target, CultureInfo.InvariantCulture, $"{name}: {known.ToUnixTimeMilliseconds()}\r\n", out var length);
        return length;
    }

    /// <summary>Bytes of no form.</summary>
    public ReadOnlyMemory<byte> Noise(ActiveFault fault)
    {
        faults.DrawNoise(fault, buffer);
        return buffer;
    }
}
