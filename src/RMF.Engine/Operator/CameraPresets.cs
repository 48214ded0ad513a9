using RMF.Core.Inventory;
using RMF.Core.Ptz;
using RMF.Engine.Ports;

namespace RMF.Engine.Operator;

/// <summary>The presets of one camera, as far as its sides tell them.</summary>
/// <param name="Camera">Which camera.</param>
/// <param name="Primary">On the primary; null where it has no such camera.</param>
/// <param name="Secondary">On the secondary; null where it has no such camera.</param>
public sealed record CameraPresets(OperatorCamera Camera, Outcome<IReadOnlyList<Preset>>? Primary, Outcome<IReadOnlyList<Preset>>? Secondary)
{
    public Outcome<IReadOnlyList<Preset>>? On(Side side) => side == Side.Primary ? Primary : Secondary;

    /// <summary>Both sides compared; null where one of them could not be read or has no such camera.</summary>
    public PresetComparison? Compare(PresetTolerance tolerance)
        => Primary is { Error: null, Value: { } primary } && Secondary is { Error: null, Value: { } secondary } ? PresetComparison.Of(primary, secondary, tolerance) : null;
}
