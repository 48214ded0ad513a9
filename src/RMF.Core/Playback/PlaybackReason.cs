namespace RMF.Core.Playback;

/// <summary>Why a side plays, or none.</summary>
public enum PlaybackReason
{
    /// <summary>The preferred side has footage.</summary>
    Preferred,

    /// <summary>The preferred side is offline, and the other has footage.</summary>
    PreferredOffline,

    /// <summary>What the preferred side has recorded could not be read, and the other has footage.</summary>
    PreferredUnknown,

    /// <summary>The preferred side is online and has a gap, and the other has footage.</summary>
    PreferredGap,

    /// <summary>No side can play.</summary>
    NoRecording,
}
