namespace RMF.PowerShell;

/// <summary>One step of a plan, as scripts see it.</summary>
public sealed class RmfChange
{
    /// <summary>Unique in the plan.</summary>
    public string Id { get; internal init; } = "";

    /// <summary>Where it stands, e.g. <c>secondary/REC-B1/10.0.0.5/camera[0]</c>.</summary>
    public string Address { get; internal init; } = "";

    /// <summary>XProtect's word for the object: Hardware, Camera, Streams and so on.</summary>
    public string Kind { get; internal init; } = "";

    /// <summary>The object's name on the source.</summary>
    public string Name { get; internal init; } = "";

    /// <summary>Create, Update, Adopt, Conflict, Unsupported.</summary>
    public string Action { get; internal init; } = "";

    /// <summary>Why: FirstSight, SourceChanged, TargetDrifted, MissingOnTarget and so on.</summary>
    public string Reason { get; internal init; } = "";

    /// <summary>The site that is written to.</summary>
    public string Site { get; internal init; } = "";

    /// <summary>The values it touches.</summary>
    public IReadOnlyList<RmfChangedProperty> Properties { get; internal init; } = [];

    /// <summary>Ids of the changes that come first.</summary>
    public IReadOnlyList<string> DependsOn { get; internal init; } = [];

    /// <summary>A sentence where the action alone does not say enough.</summary>
    public string? Detail { get; internal init; }

    /// <summary>The paths of the values, for tables.</summary>
    public string Changed => string.Join(", ", Properties.Select(p => p.Path));

    /// <inheritdoc/>
    public override string ToString() => $"{Action} {Address}";
}
