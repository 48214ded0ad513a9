namespace RMF.SmartClient.Model.Hosting;

/// <summary>What an operator may be allowed to do on a camera.</summary>
public enum ClientRight
{
    /// <summary>See live video.</summary>
    Live,

    /// <summary>See recordings.</summary>
    Playback,

    /// <summary>Export recordings.</summary>
    Export,

    /// <summary>Start and stop manual recording.</summary>
    Record,

    /// <summary>Make bookmarks.</summary>
    Bookmark,

    /// <summary>Move the camera and go to presets.</summary>
    Ptz,

    /// <summary>Add, change and remove presets.</summary>
    ManagePresets,
}
