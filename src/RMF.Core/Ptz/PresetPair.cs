using RMF.Core.Inventory;

namespace RMF.Core.Ptz;

/// <summary>One preset on both sides, or on one.</summary>
/// <param name="Primary">On the primary; null when it is not there.</param>
/// <param name="Secondary">On the secondary; null when it is not there.</param>
/// <param name="State">In what they differ.</param>
public sealed record PresetPair(Preset? Primary, Preset? Secondary, PresetState State)
{
    /// <summary>The name on the primary, else on the secondary.</summary>
    public string Name => (Primary ?? Secondary)!.Name;

    public bool IsInDevice => (Primary ?? Secondary)!.IsInDevice;

    public Preset? On(Side side) => side == Side.Primary ? Primary : Secondary;
}
