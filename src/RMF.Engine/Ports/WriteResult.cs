using RMF.Core.Inventory;

namespace RMF.Engine.Ports;

/// <summary>The outcome of one write.</summary>
/// <param name="Status">What is known.</param>
/// <param name="Error">Why not confirmed; null when confirmed.</param>
/// <param name="Key">The item written or created, where it is known.</param>
public sealed record WriteResult(WriteStatus Status, SiteError? Error = null, ItemKey? Key = null)
{
    /// <summary>Requests that changed something on the server and were part of this write.</summary>
    public int Requests { get; init; }

    public static WriteResult Confirmed(ItemKey key, int requests = 1) => new(WriteStatus.Confirmed, null, key) { Requests = requests };
}
