namespace RMF.Core.Live;

/// <summary>How much one override moves. The narrower one wins. The order is that of precedence, and names are written to files: never rename one.</summary>
public enum OverrideScope
{
    /// <summary>The tiles of one camera.</summary>
    Camera,

    /// <summary>The tiles of all cameras that one recording server records.</summary>
    Recorder,

    /// <summary>All tiles of the policy.</summary>
    Side,
}
