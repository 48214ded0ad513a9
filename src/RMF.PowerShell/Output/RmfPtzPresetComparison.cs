using RMF.Core.Ptz;
using RMF.Engine.Operator;

namespace RMF.PowerShell;

/// <summary>A PTZ preset side by side.</summary>
public sealed class RmfPtzPresetComparison
{
    /// <summary>The camera, by the name that both sides go by.</summary>
    public string Camera { get; internal init; } = "";

    /// <summary>The preset's name on the primary, else on the secondary.</summary>
    public string Name { get; internal init; } = "";

    /// <summary>Equal, MissingOnPrimary, MissingOnSecondary, Renamed, Moved, Renumbered; several with a comma between them.</summary>
    public string State { get; internal init; } = "";

    /// <summary>Number, name, pan, tilt and zoom on the primary; null when it is not there.</summary>
    public string? Primary { get; internal init; }

    /// <summary>Number, name, pan, tilt and zoom on the secondary; null when it is not there.</summary>
    public string? Secondary { get; internal init; }

    /// <summary>True when it lives in the device: RMF leaves it alone.</summary>
    public bool InDevice { get; internal init; }

    internal static RmfPtzPresetComparison Of(string camera, PresetPair pair) => new()
    {
        Camera = camera,
        Name = pair.Name,
        State = pair.State.ToString(),
        Primary = Text(pair.Primary),
        Secondary = Text(pair.Secondary),
        InDevice = pair.IsInDevice,
    };

    internal static string? Text(Preset? preset) => preset is null ? null : PresetWords.Text(preset);

    /// <inheritdoc/>
    public override string ToString() => $"{Camera}: {Name}: {State}";
}
