namespace RMF.Core.Playback.Export;

/// <summary>Why an export has nothing for a time.</summary>
public enum HoleCause
{
    /// <summary>Neither side has recorded it.</summary>
    NotRecorded,

    /// <summary>The secondary has not recorded it; what the primary has could not be read.</summary>
    PrimaryUnknown,

    /// <summary>The primary has not recorded it; what the secondary has could not be read.</summary>
    SecondaryUnknown,

    /// <summary>What the two have could not be read.</summary>
    BothUnknown,

    /// <summary>A side has recorded it, and its pictures could not be fetched.</summary>
    ReadFailed,

    /// <summary>A side says that it has recorded it, and gave no pictures.</summary>
    NoPictures,
}
