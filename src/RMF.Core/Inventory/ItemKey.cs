namespace RMF.Core.Inventory;

/// <summary>
/// Names one item of one site. Ids are local to a site: the same id on two sites says nothing.
/// One-per-device parts (streams, settings, motion detection) reuse the id of their device and differ by kind.
/// </summary>
/// <param name="Site">The site's name in the policy.</param>
/// <param name="Kind">What the item is.</param>
/// <param name="Id">The server's id, a GUID in lower case without braces; a device stream's is <c>device id/stream reference id</c>.</param>
public readonly record struct ItemKey(string Site, ItemKind Kind, string Id)
{
    /// <summary>The same device's part of another kind, e.g. the streams of a camera.</summary>
    public ItemKey Part(ItemKind kind) => this with { Kind = kind };

    /// <summary>Ids hardly ever meet across sites, so the site need not be hashed: keys are looked up some ten times for each item of a run.</summary>
    public override int GetHashCode() => Id is null ? 0 : (StringComparer.Ordinal.GetHashCode(Id) * 31) + (int)Kind;

    public override string ToString() => $"{Site}/{Kind}/{Id}";
}
