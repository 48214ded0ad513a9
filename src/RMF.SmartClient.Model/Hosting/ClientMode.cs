namespace RMF.SmartClient.Model.Hosting;

/// <summary>What the window that a tile is in shows.</summary>
public enum ClientMode
{
    /// <summary>Live video.</summary>
    Live,

    /// <summary>Recordings.</summary>
    Playback,

    /// <summary>The view is being edited; nothing plays.</summary>
    Setup,
}
