using RMF.Core.Inventory;

namespace RMF.SmartClient.Model.Pairs;

/// <summary>A camera that both sides hold. Immutable; equal when it says the same.</summary>
/// <param name="Primary">On the primary.</param>
/// <param name="Secondary">On the secondary.</param>
public sealed record PairedCamera(PairedEnd Primary, PairedEnd Secondary)
{
    public PairedEnd Of(Side side) => side == Side.Primary ? Primary : Secondary;

    /// <summary>The side that has a camera of this id; null where neither has.</summary>
    public Side? SideOf(string cameraId)
        => string.Equals(Primary.CameraId, cameraId, StringComparison.OrdinalIgnoreCase) ? Side.Primary
            : string.Equals(Secondary.CameraId, cameraId, StringComparison.OrdinalIgnoreCase) ? Side.Secondary
            : null;
}
