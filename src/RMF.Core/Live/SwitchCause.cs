namespace RMF.Core.Live;

/// <summary>Why a tile moved, or stopped.</summary>
public enum SwitchCause
{
    /// <summary>The home side sent its first frame.</summary>
    Started,

    /// <summary>The home side never came up; the other has frames.</summary>
    HomeNeverCame,

    /// <summary>The home side was lost; the other has frames.</summary>
    HomeLost,

    /// <summary>The other side was lost while it was shown; home has frames and need not be validated.</summary>
    AwayLost,

    /// <summary>No side has frames.</summary>
    BothLost,

    /// <summary>The first frame after both were lost.</summary>
    PictureAgain,

    /// <summary>The home side is trusted again, as the policy says.</summary>
    Failback,

    /// <summary>An operator asked for it.</summary>
    Operator,
}
