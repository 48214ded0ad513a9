using System.Buffers;

namespace RMF.XProtect.Http;

/// <summary>A whole answer of a server in a rented buffer. Dispose it when its body has been read; not thread-safe.</summary>
internal sealed class Answer : IDisposable
{
    private readonly int length;
    private byte[]? buffer;

    public Answer(int status, Uri url, byte[] rented, int length)
    {
        Status = status;
        Url = url;
        buffer = rented;
        this.length = length;
    }

    public int Status { get; }

    public Uri Url { get; }

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Where a redirect points at; redirects are not followed, because they carry credentials along.</summary>
    public Uri? Location { get; init; }

    /// <summary>The verbs that the server says a path takes; empty where it does not say.</summary>
    public IReadOnlyCollection<string> Allow { get; init; } = [];

    public bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>The body without a byte order mark.</summary>
    public ReadOnlySpan<byte> Body
    {
        get
        {
            var body = buffer is null ? throw new ObjectDisposedException(nameof(Answer)) : buffer.AsSpan(0, length);
            return body.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? body.Slice(3) : body;
        }
    }

    /// <summary>The body for readers that cannot take a span. Valid until the answer is disposed.</summary>
    public ReadOnlyMemory<byte> Memory => buffer is null ? throw new ObjectDisposedException(nameof(Answer)) : buffer.AsMemory(length - Body.Length, Body.Length);

    /// <summary>What the body starts with tells a web page from JSON; content types lie.</summary>
    public bool LooksLikeHtml => FirstByte() == (byte)'<';

    public bool LooksLikeJson => FirstByte() is (byte)'{' or (byte)'[';

    /// <summary>A body that begins as an object and does not end as one was cut off.</summary>
    public bool LooksCutOff
    {
        get
        {
            var body = Body;
            var end = body.Length - 1;
            while (end >= 0 && IsSpace(body[end]))
            {
                end--;
            }

            return LooksLikeJson && (end < 0 || body[end] is not ((byte)'}' or (byte)']'));
        }
    }

    public void Dispose()
    {
        if (buffer is not null)
        {
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = null;
        }
    }

    private static bool IsSpace(byte value) => value is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';

    private byte FirstByte()
    {
        foreach (var value in Body)
        {
            if (!IsSpace(value))
            {
                return value;
            }
        }

        return 0;
    }
}
