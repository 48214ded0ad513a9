using RMF.Core.Inventory;

namespace RMF.Engine.Ports;

/// <summary>What to read of a site.</summary>
/// <param name="Kinds">The kinds to read. A kind that the server cannot give is a part with its reason, not an error.</param>
/// <param name="Recorders">Names or ids of the recording servers in scope; the devices of others are dropped, the recording servers themselves and their storages are not. Empty = all.</param>
/// <param name="Depth">Full, or Fast with <paramref name="Previous"/>.</param>
/// <param name="Previous">The last snapshot of this site, for Fast: parts of items whose <c>lastModified</c> did not move may stay unread.</param>
public sealed record SnapshotRequest(IReadOnlyCollection<ItemKind> Kinds, IReadOnlyCollection<string> Recorders, ReadDepth Depth, SiteSnapshot? Previous = null)
{
    /// <summary>Which roles are read, by name. Default: all.</summary>
    public Func<string, bool> Roles { get; init; } = static _ => true;

    /// <summary>Fast only: how many unchanged devices are read again per run, oldest first by <see cref="RotationCursor"/>. Default 200.</summary>
    public int RotationCount { get; init; } = 200;

    /// <summary>Fast only: where the rotation goes on; the caller counts it up from run to run.</summary>
    public int RotationCursor { get; init; }
}
