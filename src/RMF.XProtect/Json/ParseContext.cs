using System.Collections.Concurrent;
using RMF.Core.Inventory;

namespace RMF.XProtect.Json;

/// <summary>What all readings of one site share. Thread-safe.</summary>
/// <param name="Site">The site's name.</param>
internal sealed record ParseContext(string Site)
{
    // No ConcurrentBag: it hangs what it holds on each thread, and parsers hold this, so that a closed session would stay for as long as the process.
    private readonly ConcurrentQueue<ItemParser> parsers = [];

    /// <summary>The server's own id of the site, in lower case; empty until the log-in has read it.</summary>
    public string SiteId { get; set; } = string.Empty;

    public TextCache Texts { get; } = new();

    public ShapePool Shapes { get; } = new();

    public ReferenceForms Forms { get; } = new();

    /// <summary>A parser that nobody else uses; give it back after a whole answer. There are as many as connections.</summary>
    public ItemParser RentParser() => parsers.TryDequeue(out var parser) ? parser : new ItemParser(this);

    public void Return(ItemParser parser) => parsers.Enqueue(parser);
}
