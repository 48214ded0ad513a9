namespace RMF.Engine.Playback.Export.Check;

/// <summary>What is wrong with a file of an export.</summary>
public enum ExportFault
{
    /// <summary>The manifest is not there, or cannot be read.</summary>
    ManifestMissing,

    /// <summary>The manifest was edited, or is none.</summary>
    ManifestChanged,

    /// <summary>The manifest is of a release that is newer than this one.</summary>
    ManifestUnknown,

    /// <summary>The file is not there.</summary>
    Missing,

    /// <summary>The file is shorter than it was.</summary>
    Truncated,

    /// <summary>The file's content is another one.</summary>
    Changed,

    /// <summary>The file is not of this export, and is named like one.</summary>
    Extra,

    /// <summary>The file cannot be read.</summary>
    Unreadable,
}
