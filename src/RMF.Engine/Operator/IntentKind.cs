namespace RMF.Engine.Operator;

/// <summary>What an operator wants of a camera. Written to files by name: never rename one.</summary>
public enum IntentKind
{
    /// <summary>A PTZ preset is there, with this name and place.</summary>
    PresetPresent,

    PresetAbsent,

    /// <summary>The presets stand in this order.</summary>
    PresetOrder,

    /// <summary>The camera records by hand.</summary>
    RecordingOn,

    RecordingOff,

    /// <summary>A bookmark of this reference is there.</summary>
    BookmarkPresent,

    BookmarkAbsent,
}
