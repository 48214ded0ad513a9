namespace RMF.PowerShell;

/// <summary>One value, or one object, in which the two sides are out of step.</summary>
public sealed class RmfDifference
{
    /// <summary>The name on the source.</summary>
    public string Pair { get; internal init; } = "";

    /// <summary>XProtect's word for the object.</summary>
    public string Kind { get; internal init; } = "";

    /// <summary>The value, e.g. <c>stream[Video stream 1].FPS</c>; empty when the whole object is missing.</summary>
    public string Path { get; internal init; } = "";

    /// <summary>What the primary side holds.</summary>
    public string? Primary { get; internal init; }

    /// <summary>What the secondary side holds.</summary>
    public string? Secondary { get; internal init; }

    /// <summary>Error: a camera is not recorded twice, or the sides are in conflict. Warning: a value differs. Information: it cannot be made equal.</summary>
    public string Severity { get; internal init; } = "";

    /// <summary>True when Repair-RmfInconsistency can mend it.</summary>
    public bool Fixable { get; internal init; }

    /// <summary>Why they differ, as far as it is known: TargetDrifted, SourceChanged, FirstSight and so on.</summary>
    public string Reason { get; internal init; } = "";

    /// <summary>Where it stands.</summary>
    public string Address { get; internal init; } = "";

    /// <summary>A sentence where the rest does not say enough.</summary>
    public string? Detail { get; internal init; }

    /// <summary>The id of the change that mends it.</summary>
    internal string ChangeId { get; init; } = "";

    /// <inheritdoc/>
    public override string ToString() => $"{Pair} {Path}: {Primary ?? "(absent)"} <> {Secondary ?? "(absent)"}";
}
