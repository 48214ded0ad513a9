using RMF.Core.Inventory;

namespace RMF.Engine.Playback;

/// <summary>A camera and where its recordings are.</summary>
/// <param name="Name">Its name on the primary side, else on the secondary.</param>
/// <param name="Primary">The primary's recordings; null where it has no such camera.</param>
/// <param name="Secondary">The secondary's recordings; null where it has no such camera.</param>
public sealed record RecordedPair(string Name, RecordedSource? Primary, RecordedSource? Secondary)
{
    public RecordedSource? Of(Side side) => side == Side.Primary ? Primary : Secondary;
}
