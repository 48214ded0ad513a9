namespace RMF.Core.Inventory;

/// <summary>When one kind of a site was read and whether the reading is whole.</summary>
/// <param name="Kind">The kind that was read.</param>
/// <param name="TakenAt">When the reading began (UTC).</param>
/// <param name="State">How much was seen.</param>
/// <param name="Unread">Ids whose part could not be read, with the reason; what is listed here is unknown although the rest is not.</param>
/// <param name="Reason">Why the part is not whole, for people; null when it is.</param>
public sealed record SnapshotPart(ItemKind Kind, DateTimeOffset TakenAt, PartState State, IReadOnlyDictionary<string, string> Unread, string? Reason)
{
    private static readonly Dictionary<string, string> NothingUnread = [];

    public static SnapshotPart Whole(ItemKind kind, DateTimeOffset takenAt) => new(kind, takenAt, PartState.Whole, NothingUnread, null);

    public static SnapshotPart NotRead(ItemKind kind, DateTimeOffset takenAt, string reason) => new(kind, takenAt, PartState.NotRead, NothingUnread, reason);
}
