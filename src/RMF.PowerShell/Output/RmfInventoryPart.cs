namespace RMF.PowerShell;

/// <summary>How many objects of a kind a site holds in the policy's scope, and whether they were all seen.</summary>
public sealed class RmfInventoryPart
{
    /// <summary>The site's name.</summary>
    public string Site { get; internal init; } = "";

    /// <summary>XProtect's word for the objects.</summary>
    public string Kind { get; internal init; } = "";

    /// <summary>How many were read.</summary>
    public int Count { get; internal init; }

    /// <summary>Whole, Partial or NotRead.</summary>
    public string State { get; internal init; } = "";

    /// <summary>How many could not be read one by one.</summary>
    public int Unread { get; internal init; }

    /// <summary>When the reading began.</summary>
    public DateTime TakenAt { get; internal init; }

    /// <summary>Why it is not whole.</summary>
    public string? Reason { get; internal init; }
}
