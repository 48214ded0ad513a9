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

    /// <summary>The preset of a name that a side holds, one of its own before one of the device; null where there is none or the side is not known.</summary>
    public Preset? Held(Side side, string name) => On(side) is { Error: null, Value: { } presets } ? Held(presets, name) : null;

    /// <summary>The preset of a name among those of one side, one of its own before one of the device.</summary>
    public static Preset? Held(IReadOnlyList<Preset> presets, string name) => presets.FirstOrDefault(p => p.Name == name && !p.IsInDevice) ?? presets.FirstOrDefault(p => p.Name == name);

    /// <summary>Why the sides cannot be compared, a sentence for each side; empty where they can.</summary>
    public string WhyNotCompared => string.Join(" ", new[] { ("primary", Primary), ("secondary", Secondary) }
        .Where(s => s.Item2 is not { Error: null })
        .Select(s => s.Item2?.Error is { } error ? $"{s.Item1}: {error.Message}" : $"it is not known on the {s.Item1} side."));

    /// <summary>Both sides compared; null where one of them could not be read or has no such camera.</summary>
    public PresetComparison? Compare(PresetTolerance tolerance)
        => Primary is { Error: null, Value: { } primary } && Secondary is { Error: null, Value: { } secondary } ? PresetComparison.Of(primary, secondary, tolerance) : null;
}
