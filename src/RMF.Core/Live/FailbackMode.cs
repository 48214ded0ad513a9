namespace RMF.Core.Live;

/// <summary>When a tile goes back to the side that it prefers.</summary>
public enum FailbackMode
{
    /// <summary>As soon as that side has frames and the dwell and the hold are over.</summary>
    Immediate,

    /// <summary>As immediate, after that side was good for <see cref="TileSettings.ValidateFor"/>.</summary>
    Validated,

    /// <summary>As validated, and <see cref="TileSettings.Delay"/> longer.</summary>
    Delayed,

    /// <summary>When an operator asks for it.</summary>
    Manual,

    /// <summary>Not before the tile is opened again.</summary>
    Never,
}
