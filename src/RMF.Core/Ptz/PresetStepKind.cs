namespace RMF.Core.Ptz;

/// <summary>One write of a preset plan.</summary>
public enum PresetStepKind
{
    /// <summary>Name, place or description of a preset that is there.</summary>
    Update,

    Create,

    Remove,

    /// <summary>The order of all presets of the camera that live in the server.</summary>
    Order,
}
