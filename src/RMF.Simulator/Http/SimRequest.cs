namespace RMF.Simulator.Http;

/// <summary>One request, whichever way it came. Path and query are as sent; header names compare case-insensitively.</summary>
internal sealed record SimRequest
{
    public required string Method { get; init; }

    /// <summary>Path and query, percent-encoded.</summary>
    public required string Target { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Path without the query, decoded.</summary>
    public string Path => Uri.UnescapeDataString(Target.Split('?', 2)[0]);

    public string Query => Target.Split('?', 2) is { Length: 2 } parts ? parts[1] : "";

    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
