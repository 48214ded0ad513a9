namespace RMF.PowerShell;

/// <summary>Two objects that belong together, or one that has no counterpart.</summary>
public sealed class RmfPair
{
    /// <summary>XProtect's word for the objects.</summary>
    public string Kind { get; internal init; } = "";

    /// <summary>Name on the primary side; empty when there is none.</summary>
    public string Primary { get; internal init; } = "";

    /// <summary>Name on the secondary side; empty when there is none.</summary>
    public string Secondary { get; internal init; } = "";

    /// <summary>Paired, MissingOnTarget, OrphanOnTarget, Ambiguous, Replaced; Unknown where the other side was not read in full.</summary>
    public string State { get; internal init; } = "";

    /// <summary>What they were paired by, or why not.</summary>
    public string By { get; internal init; } = "";

    /// <summary>Created or Adopted: RMF may delete it some day. None: it never will.</summary>
    public string Ownership { get; internal init; } = "";

    /// <summary>The primary item's id.</summary>
    public string PrimaryId { get; internal init; } = "";

    /// <summary>The secondary item's id.</summary>
    public string SecondaryId { get; internal init; } = "";
}
