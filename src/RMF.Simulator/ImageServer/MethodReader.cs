namespace RMF.Simulator.ImageServer;

/// <summary>Takes requests off a connection: each ends with an empty line. What comes early waits in the buffer.</summary>
internal sealed class MethodReader(Stream stream, byte first)
{
    /// <summary>A request that is longer ends the connection.</summary>
    public const int MaxBytes = 16 * 1024;

    private readonly byte[] buffer = new byte[MaxBytes];
    private int start;
    private int end = -1;

    /// <summary>The next request's XML, valid until the next call; null at the end of the stream or where it is too long.</summary>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancel)
    {
        if (end < 0)
        {
            buffer[0] = first;
            end = 1;
        }

        while (true)
        {
            while (start < end && buffer[start] is (byte)'\r' or (byte)'\n')
            {
                start++;
            }

            var found = buffer.AsSpan(start, end - start).IndexOf("\r\n\r\n"u8);
            if (found >= 0)
            {
                var request = buffer.AsMemory(start, found);
                start += found + 4;
                return request;
            }

            if (start > 0)
            {
                buffer.AsSpan(start, end - start).CopyTo(buffer);
                end -= start;
                start = 0;
            }

            if (end == buffer.Length)
            {
                return null;
            }

            var read = await stream.ReadAsync(buffer.AsMemory(end), cancel).ConfigureAwait(false);
            if (read == 0)
            {
                return null;
            }

            end += read;
        }
    }
}
