namespace RMF.Core.Ptz;

/// <summary>In what the two sides' presets differ. A preset may be moved and renumbered at once.</summary>
[Flags]
public enum PresetState
{
    Equal = 0,

    MissingOnPrimary = 1,

    MissingOnSecondary = 2,

    /// <summary>The same place under another name.</summary>
    Renamed = 4,

    /// <summary>The same name at another place.</summary>
    Moved = 8,

    /// <summary>Another place in the order of the presets that both sides have; for presets in the device, another number there.</summary>
    Renumbered = 16,
}
