using System.Buffers;

namespace RMF.XProtect.Http;

/// <summary>Reads a body into one rented buffer, so that it can be parsed where it lies.</summary>
internal static class BodyReader
{
    /// <summary>Longest answer taken. A page of 10,000 cameras is about 15 MB.</summary>
    public const int MaxBytes = 512 * 1024 * 1024;

    private const int FirstBytes = 16 * 1024;

    public static async Task<(byte[] Buffer, int Length)> ReadAsync(HttpContent? content, CancellationToken cancellationToken)
    {
        if (content is null)
        {
            return (ArrayPool<byte>.Shared.Rent(1), 0);
        }

        // One byte more than announced, so that the end is seen without growing.
        var announced = content.Headers.ContentLength is { } known and >= 0 and < MaxBytes ? (int)known + 1 : FirstBytes;
        var buffer = ArrayPool<byte>.Shared.Rent(announced);
        try
        {
#if NET8_0_OR_GREATER
            using var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
#else
            using var stream = await content.ReadAsStreamAsync().ConfigureAwait(false);
#endif
            var length = 0;
            while (true)
            {
#if NET8_0_OR_GREATER
                var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
#else
                var read = await stream.ReadAsync(buffer, length, buffer.Length - length, cancellationToken).ConfigureAwait(false);
#endif
                if (read == 0)
                {
                    return (buffer, length);
                }

                length += read;
                if (length == buffer.Length)
                {
                    buffer = Grow(buffer, length);
                }
            }
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(buffer);
            throw;
        }
    }

    private static byte[] Grow(byte[] buffer, int length)
    {
        if (length >= MaxBytes)
        {
            throw new InvalidDataException($"The answer is longer than {MaxBytes} bytes.");
        }

        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(length * 2L, MaxBytes + 1L));
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
