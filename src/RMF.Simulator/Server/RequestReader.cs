using System.Globalization;
using System.Text;
using RMF.Simulator.Http;

namespace RMF.Simulator.Server;

/// <summary>Reads HTTP/1.1 requests off a stream: bodies by length or in chunks, within limits. What comes early waits in the buffer.</summary>
internal sealed class RequestReader
{
    /// <summary>Bytes of request line and headers.</summary>
    public const int MaxHeadBytes = 32 * 1024;

    /// <summary>Bytes of a body.</summary>
    public const int MaxBodyBytes = 16 * 1024 * 1024;

    private const int HeadTooLarge = 431;
    private const int BodyTooLarge = 413;
    private const int BadRequest = 400;
    private const int MaxChunkLine = 256;

    private readonly byte[] buffer = new byte[MaxHeadBytes];
    private int start;
    private readonly Stream stream;
    private int end;

    /// <param name="stream">The rest of the connection.</param>
    /// <param name="first">What was read of it already.</param>
    public RequestReader(Stream stream, byte first)
    {
        this.stream = stream;
        buffer[end++] = first;
    }

    public async ValueTask<ReadResult> ReadAsync(CancellationToken cancel)
    {
        var headLength = await FindHeadAsync(cancel).ConfigureAwait(false);
        if (headLength <= 0)
        {
            return headLength == 0 ? ReadResult.End : ReadResult.Broken(HeadTooLarge);
        }

        var head = RequestHead.Parse(Encoding.Latin1.GetString(buffer, start, headLength));
        start += headLength;
        if (head is null)
        {
            return ReadResult.Broken(BadRequest);
        }

        if (head.ExpectsContinue)
        {
            await stream.WriteAsync("HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray(), cancel).ConfigureAwait(false);
        }

        var (body, problem) = head.IsChunked ? await ReadChunksAsync(cancel).ConfigureAwait(false) : await ReadBodyAsync(head.ContentLength, cancel).ConfigureAwait(false);
        return body is null
            ? problem is { } status ? ReadResult.Broken(status) : ReadResult.End
            : new ReadResult(new SimRequest { Method = head.Method, Target = head.Target, Headers = head.Headers, Body = body }, head.KeepAlive, null);
    }

    /// <summary>Length of the head with its empty line; 0 at the end of the stream, -1 when it is too long.</summary>
    private async ValueTask<int> FindHeadAsync(CancellationToken cancel)
    {
        var searched = start;
        while (true)
        {
            // Some clients send an empty line after a body.
            while (start < end && searched == start && buffer[start] is (byte)'\r' or (byte)'\n')
            {
                start++;
                searched = start;
            }

            var found = buffer.AsSpan(searched, end - searched).IndexOf("\r\n\r\n"u8);
            if (found >= 0)
            {
                return searched + found + 4 - start;
            }

            if (end - start == buffer.Length)
            {
                return -1;
            }

            var kept = Math.Min(3, end - searched);
            var back = searched + (end - searched - kept) - start;
            if (!await FillAsync(cancel).ConfigureAwait(false))
            {
                return 0;
            }

            searched = start + back;
        }
    }

    private async ValueTask<(byte[]? Body, int? Problem)> ReadBodyAsync(long length, CancellationToken cancel)
    {
        if (length > MaxBodyBytes)
        {
            return (null, BodyTooLarge);
        }

        if (length == 0)
        {
            return ([], null);
        }

        var body = new byte[length];
        return await FillAsync(body, cancel).ConfigureAwait(false) ? (body, null) : (null, null);
    }

    private async ValueTask<(byte[]? Body, int? Problem)> ReadChunksAsync(CancellationToken cancel)
    {
        using var body = new MemoryStream();
        while (true)
        {
            var line = await ReadLineAsync(cancel).ConfigureAwait(false);
            if (line is null || !int.TryParse(line.Split(';', 2)[0].Trim(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var size) || size < 0)
            {
                return (null, BadRequest);
            }

            if (body.Length + size > MaxBodyBytes)
            {
                return (null, BodyTooLarge);
            }

            if (size == 0)
            {
                while (await ReadLineAsync(cancel).ConfigureAwait(false) is { Length: > 0 })
                {
                    // Trailers carry nothing that a site reads.
                }

                return (body.ToArray(), null);
            }

            var chunk = new byte[size];
            if (!await FillAsync(chunk, cancel).ConfigureAwait(false) || await ReadLineAsync(cancel).ConfigureAwait(false) is not "")
            {
                return (null, BadRequest);
            }

            body.Write(chunk);
        }
    }

    private async ValueTask<string?> ReadLineAsync(CancellationToken cancel)
    {
        while (true)
        {
            var found = buffer.AsSpan(start, end - start).IndexOf("\r\n"u8);
            if (found >= 0)
            {
                var line = Encoding.Latin1.GetString(buffer, start, found);
                start += found + 2;
                return line;
            }

            if (end - start > MaxChunkLine || !await FillAsync(cancel).ConfigureAwait(false))
            {
                return null;
            }
        }
    }

    private async ValueTask<bool> FillAsync(byte[] target, CancellationToken cancel)
    {
        var taken = Math.Min(target.Length, end - start);
        buffer.AsSpan(start, taken).CopyTo(target);
        start += taken;
        while (taken < target.Length)
        {
            var read = await stream.ReadAsync(target.AsMemory(taken), cancel).ConfigureAwait(false);
            if (read == 0)
            {
                return false;
            }

            taken += read;
        }

        return true;
    }

    /// <summary>Reads more into the buffer; false at the end of the stream. Moves what is left to the front, so offsets change.</summary>
    private async ValueTask<bool> FillAsync(CancellationToken cancel)
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            end -= start;
            start = 0;
        }

        var read = await stream.ReadAsync(buffer.AsMemory(end), cancel).ConfigureAwait(false);
        end += read;
        return read > 0;
    }
}
