namespace RMF.XProtect.Bindings;

/// <summary>What a reading costs the server.</summary>
internal enum CostTier
{
    /// <summary>Nothing of its own.</summary>
    Free,

    /// <summary>A few large answers.</summary>
    Bulk,

    /// <summary>One request each, answered by the management server.</summary>
    PerItem,

    /// <summary>One request each, about 300 ms: the server asks the driver.</summary>
    SlowPerItem,
}
