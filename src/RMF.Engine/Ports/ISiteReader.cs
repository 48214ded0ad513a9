using RMF.Core.Inventory;
using RMF.Core.Planning.Guards;

namespace RMF.Engine.Ports;

/// <summary>Reads one site. Thread-safe. Reads are retried inside; what still fails is an error or an unread part.</summary>
public interface ISiteReader
{
    /// <summary>Reads the kinds asked for. Fails as a whole only when nothing can be read (no connection, no log-in); otherwise the parts say what is missing.</summary>
    Task<Outcome<SiteSnapshot>> ReadAsync(SnapshotRequest request, IProgress<ReadProgress>? progress, CancellationToken cancellationToken);

    /// <summary>
    /// Reads the named items as they are now: in bulk where many of one kind are asked for and the server has a bulk read, else one by one in parallel.
    /// The answer has one entry for each key: the item, null when the server says that it does not exist, or the error.
    /// </summary>
    Task<IReadOnlyDictionary<ItemKey, Outcome<Item?>>> ReadItemsAsync(IReadOnlyCollection<ItemKey> keys, CancellationToken cancellationToken);

    /// <summary>Reads one hardware with its devices and all their parts of the given kinds: what a creation left behind.</summary>
    Task<Outcome<IReadOnlyList<Item>>> ReadHardwareAsync(ItemKey hardware, IReadOnlyCollection<ItemKind> kinds, CancellationToken cancellationToken);

    /// <summary>The site's device licences; null where it does not tell a number.</summary>
    Task<Outcome<DeviceLicenses?>> ReadDeviceLicensesAsync(CancellationToken cancellationToken);

    /// <summary>
    /// The evidence locks on these devices, in one search of several pages, never device by device. What the site does not tell is in the
    /// answer, as unknown; this never fails.
    /// </summary>
    Task<EvidenceLocks> ReadEvidenceLocksAsync(IReadOnlyCollection<ItemKey> devices, CancellationToken cancellationToken);
}
