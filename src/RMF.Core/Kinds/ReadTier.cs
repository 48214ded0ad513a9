namespace RMF.Core.Kinds;

/// <summary>What reading a kind costs.</summary>
public enum ReadTier
{
    /// <summary>Many at once: read in every run.</summary>
    Bulk,

    /// <summary>One request each: read in every run at full depth, by change and rotation at fast depth.</summary>
    PerItem,

    /// <summary>Comes with another kind.</summary>
    Derived,
}
