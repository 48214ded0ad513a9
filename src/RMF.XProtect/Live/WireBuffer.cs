using System.Buffers;

namespace RMF.XProtect.Live;

/// <summary>
/// Finds messages in what a recorder sends. One buffer from the pool, which grows up to the largest frame and is used again and again:
/// a frame costs no memory of its own. Not thread-safe.
/// </summary>
internal sealed class WireBuffer : IDisposable
{
    private static readonly byte[] EmptyLine = [(byte)'\r', (byte)'\n', (byte)'\r', (byte)'\n'];

    private byte[] buffer = ArrayPool<byte>.Shared.Rent(LiveLimits.FirstBytes);
    private int start;
    private int end;
    private int wanted;

    /// <summary>Where the next bytes of the connection go.</summary>
    public ArraySegment<byte> Free()
    {
        if (start > 0)
        {
            Buffer.BlockCopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }

        if (wanted > buffer.Length || end == buffer.Length)
        {
            Grow(Math.Max(wanted, end * 2));
        }

        return new ArraySegment<byte>(buffer, end, buffer.Length - end);
    }

    public void Added(int count) => end += count;

    /// <summary>The next message; it lies in the buffer until <see cref="Free"/> is called.</summary>
    public WireMessage Next()
    {
        while (start < end && buffer[start] is (byte)'\r' or (byte)'\n')
        {
            start++;
        }

        wanted = 0;
        var data = buffer.AsSpan(start, end - start);
        if (data.Length == 0)
        {
            return default;
        }

        return data[0] switch
        {
            (byte)'<' => Markup(data),
            (byte)'I' => Frame(data),
            _ => Garbage($"a message that begins with byte 0x{data[0]:X2}"),
        };
    }

    public void Dispose()
    {
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = [];
        }
    }

    private static WireMessage Garbage(string problem) => new(WireMessageKind.Garbage, default, default, problem);

    private WireMessage Markup(ReadOnlySpan<byte> data)
    {
        var found = data.IndexOf(EmptyLine);
        if (found < 0 ? data.Length > LiveLimits.MessageBytes : found > LiveLimits.MessageBytes)
        {
            return Garbage("a message without end");
        }

        if (found < 0)
        {
            return default;
        }

        start += found + EmptyLine.Length;
        return new WireMessage(WireMessageKind.Markup, data.Slice(0, found), default, string.Empty);
    }

    private WireMessage Frame(ReadOnlySpan<byte> data)
    {
        var found = data.Slice(0, Math.Min(data.Length, LiveLimits.HeadBytes)).IndexOf(EmptyLine);
        if (found < 0)
        {
            return data.Length >= LiveLimits.HeadBytes ? Garbage("a frame whose head has no end") : default;
        }

        var head = FrameHead.Read(data.Slice(0, found));
        if (head.Length is not (> 0 and <= LiveLimits.FrameBytes and var length))
        {
            return Garbage("a frame without a length that can be");
        }

        var body = found + EmptyLine.Length;
        if (data.Length < body + length)
        {
            wanted = body + length;
            return default;
        }

        start += body + length;
        return new WireMessage(WireMessageKind.Frame, data.Slice(body, length), head, string.Empty);
    }

    private void Grow(int size)
    {
        var larger = ArrayPool<byte>.Shared.Rent(size);
        Buffer.BlockCopy(buffer, 0, larger, 0, end);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }
}
