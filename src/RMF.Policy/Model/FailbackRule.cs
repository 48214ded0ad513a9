namespace RMF.Policy;

/// <summary>When a tile goes back to its preferred side.</summary>
public enum FailbackRule
{
    /// <summary>As soon as the preferred side has frames.</summary>
    Immediate,

    /// <summary>After the preferred side was healthy for <see cref="FailbackPolicy.ValidateFor"/>. The default.</summary>
    Validated,

    /// <summary>As validated, and then after <see cref="FailbackPolicy.Delay"/>.</summary>
    Delayed,

    /// <summary>When an operator says so.</summary>
    Manual,

    /// <summary>Not before the tile is opened again.</summary>
    Never,
}
