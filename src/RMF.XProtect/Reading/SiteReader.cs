using RMF.Core.Inventory;
using RMF.Core.Planning.Guards;
using RMF.Engine.Ports;

namespace RMF.XProtect.Reading;

/// <summary>Reads a site by the configuration API, and by the server command service what that does not tell. Thread-safe.</summary>
internal sealed class SiteReader(SiteSession session, SiteInfo info, EvidenceLockReading evidence) : ISiteReader
{
    public Task<Outcome<SiteSnapshot>> ReadAsync(SnapshotRequest request, IProgress<ReadProgress>? progress, CancellationToken cancellationToken)
        => new SnapshotReading(session, info, request, progress).RunAsync(cancellationToken);

    public Task<IReadOnlyDictionary<ItemKey, Outcome<Item?>>> ReadItemsAsync(IReadOnlyCollection<ItemKey> keys, CancellationToken cancellationToken)
        => new ItemsReading(session).RunAsync(keys, cancellationToken);

    public Task<Outcome<IReadOnlyList<Item>>> ReadHardwareAsync(ItemKey hardware, IReadOnlyCollection<ItemKind> kinds, CancellationToken cancellationToken)
        => new HardwareReading(session, hardware, kinds).RunAsync(cancellationToken);

    public Task<Outcome<DeviceLicenses?>> ReadDeviceLicensesAsync(CancellationToken cancellationToken)
        => new LicenseReading(session).RunAsync(cancellationToken);

    public Task<EvidenceLocks> ReadEvidenceLocksAsync(IReadOnlyCollection<ItemKey> devices, CancellationToken cancellationToken)
        => evidence.RunAsync(devices, cancellationToken);
}
