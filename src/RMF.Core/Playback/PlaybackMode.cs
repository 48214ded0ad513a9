namespace RMF.Core.Playback;

/// <summary>What a playback controller does.</summary>
public enum PlaybackMode
{
    /// <summary>It stands still; an operator may move it.</summary>
    Stop,

    /// <summary>It plays forward.</summary>
    Forward,

    /// <summary>It plays backwards.</summary>
    Reverse,
}
