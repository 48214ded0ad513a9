using System.Globalization;

namespace RMF.Simulator.Server;

/// <summary>Request line and headers.</summary>
internal sealed class RequestHead
{
    private const int MaxHeaders = 200;

    private RequestHead(string method, string target, string version, Dictionary<string, string> headers)
    {
        Method = method;
        Target = target;
        Headers = headers;
        IsChunked = headers.GetValueOrDefault("Transfer-Encoding")?.Contains("chunked", StringComparison.OrdinalIgnoreCase) == true;
        ExpectsContinue = headers.GetValueOrDefault("Expect")?.StartsWith("100-", StringComparison.OrdinalIgnoreCase) == true;
        var connection = headers.GetValueOrDefault("Connection") ?? "";
        KeepAlive = version == "HTTP/1.1"
            ? !connection.Contains("close", StringComparison.OrdinalIgnoreCase)
            : connection.Contains("keep-alive", StringComparison.OrdinalIgnoreCase);
    }

    public string Method { get; }

    public string Target { get; }

    public Dictionary<string, string> Headers { get; }

    public bool IsChunked { get; }

    public bool ExpectsContinue { get; }

    public bool KeepAlive { get; }

    public long ContentLength { get; private init; }

    /// <summary>Null when it is not HTTP/1.x.</summary>
    public static RequestHead? Parse(string text)
    {
        var lines = text.Split("\r\n");
        var parts = lines[0].Split(' ');
        if (parts.Length != 3 || !parts[2].StartsWith("HTTP/1.", StringComparison.Ordinal) || lines.Length > MaxHeaders)
        {
            return null;
        }

        var target = parts[1];
        if (!target.StartsWith('/'))
        {
            // A proxy's form names the whole URL.
            if (!Uri.TryCreate(target, UriKind.Absolute, out var absolute))
            {
                return null;
            }

            target = absolute.PathAndQuery;
        }

        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines.Skip(1).Where(l => l.Length > 0))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
            {
                return null;
            }

            var name = line[..colon];
            var value = line[(colon + 1)..].Trim();
            headers[name] = headers.TryGetValue(name, out var before) ? $"{before}, {value}" : value;
        }

        var length = 0L;
        if (headers.TryGetValue("Content-Length", out var given) && !long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out length))
        {
            return null;
        }

        return new RequestHead(parts[0], target, parts[2], headers) { ContentLength = length };
    }
}
