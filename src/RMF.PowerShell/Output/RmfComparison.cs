namespace RMF.PowerShell;

/// <summary>One kind of object, compared between the two sides.</summary>
public sealed class RmfComparison
{
    /// <summary>XProtect's word for the objects.</summary>
    public string Kind { get; internal init; } = "";

    /// <summary>How many the primary side holds.</summary>
    public int Primary { get; internal init; }

    /// <summary>How many the secondary side holds.</summary>
    public int Secondary { get; internal init; }

    /// <summary>How many are paired.</summary>
    public int Paired { get; internal init; }

    /// <summary>How many of the pairs differ in at least one value.</summary>
    public int Different { get; internal init; }

    /// <summary>How many the source has and the target has not.</summary>
    public int MissingOnTarget { get; internal init; }

    /// <summary>How many the target has and the source has not.</summary>
    public int OrphanOnTarget { get; internal init; }

    /// <summary>How many were not read.</summary>
    public int Unknown { get; internal init; }
}
