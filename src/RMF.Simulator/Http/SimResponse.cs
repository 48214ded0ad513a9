namespace RMF.Simulator.Http;

/// <summary>One answer and how far it gets.</summary>
internal sealed record SimResponse
{
    public const string Json = "application/json; charset=utf-8";
    public const string Html = "text/html";

    public required int Status { get; init; }

    public string ContentType { get; init; } = Json;

    public ReadOnlyMemory<byte> Body { get; init; }

    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    public Delivery Delivery { get; init; }

    /// <summary>Takes over the connection after the head was sent; null = it goes on with requests.</summary>
    public Func<Stream, CancellationToken, Task>? Upgrade { get; init; }
}
