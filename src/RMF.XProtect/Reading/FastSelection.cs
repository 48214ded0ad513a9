using RMF.Core.Inventory;
using RMF.Engine.Ports;

namespace RMF.XProtect.Reading;

/// <summary>
/// Which devices' parts a fast reading asks for: those that changed since the last snapshot, or whose hardware did, and a window that
/// rotates over all of them. <c>lastModified</c> does not cover streams and settings, so the rest is unknown, not unchanged.
/// </summary>
internal static class FastSelection
{
    private const string LastModified = "lastModified";

    /// <param name="owners">All devices in scope.</param>
    /// <param name="above">Their hardware, by key; may lack some.</param>
    /// <param name="request">Depth, last snapshot and rotation.</param>
    /// <returns>The devices to read; null = all.</returns>
    public static HashSet<ItemKey>? Choose(IReadOnlyCollection<Item> owners, IReadOnlyDictionary<ItemKey, Item> above, SnapshotRequest request)
    {
        if (request.Depth != ReadDepth.Fast || request.Previous is not { } previous)
        {
            return null;
        }

        // A last snapshot without hardware says nothing of it.
        var knowsHardware = previous.OfKind(ItemKind.Hardware).Count > 0;
        var chosen = new HashSet<ItemKey>();
        foreach (var owner in owners)
        {
            if (HasMoved(owner, previous) || (knowsHardware && owner.Parent is { } parent && above.TryGetValue(parent, out var hardware) && HasMoved(hardware, previous)))
            {
                chosen.Add(owner.Key);
            }
        }

        // A fixed order, so that windows of following runs meet without gaps.
        var ordered = owners.Select(static o => o.Key).OrderBy(static k => k.Id, StringComparer.Ordinal).ToArray();
        var count = Math.Min(Math.Max(0, request.RotationCount), ordered.Length);
        for (var i = 0; i < count; i++)
        {
            chosen.Add(ordered[(int)(((long)Math.Max(0, request.RotationCursor) * request.RotationCount + i) % ordered.Length)]);
        }

        return chosen;
    }

    private static bool HasMoved(Item item, SiteSnapshot previous)
        => previous.Find(item.Key) is not { } before
            || item.Properties.TextOf(LastModified) is not { } now
            || !string.Equals(now, before.Properties.TextOf(LastModified), StringComparison.Ordinal);
}
