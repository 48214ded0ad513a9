using RMF.Core.Inventory;
using RMF.Core.Kinds;

namespace RMF.Core.Planning;

/// <summary>One step of a plan.</summary>
public sealed record Change
{
    /// <summary>Unique in the plan: the address, and a phase where an item is touched in more than one stage, e.g. <c>…/camera[0]#enable</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Stable and readable, e.g. <c>secondary/REC-B1/10.0.0.5/camera[0]</c>. The port is shown where it is not 80.</summary>
    public required string Address { get; init; }

    public required ItemKind Kind { get; init; }

    /// <summary>The item's name on the source, for people.</summary>
    public required string Name { get; init; }

    public required ChangeAction Action { get; init; }

    public required ChangeReason Reason { get; init; }

    /// <summary>The site that is written to.</summary>
    public required string Site { get; init; }

    /// <summary>The item on the source.</summary>
    public ItemKey? Source { get; init; }

    /// <summary>The item on the target; null while it does not exist.</summary>
    public ItemKey? Target { get; init; }

    /// <summary>The target's recording server; null for site-level items.</summary>
    public ItemKey? TargetRecorder { get; init; }

    public required SyncStage Stage { get; init; }

    public WriteMethod Method { get; init; }

    public IReadOnlyList<ChangedProperty> Properties { get; init; } = [];

    /// <summary>Ids of the changes that must be confirmed before this one.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>One sentence for people where the action alone does not say enough.</summary>
    public string? Detail { get; init; }

    /// <summary>True when carrying it out sends a write to a site.</summary>
    public bool Writes => Action is ChangeAction.Create or ChangeAction.Update or ChangeAction.Delete or ChangeAction.Move or ChangeAction.Replace;

    public override string ToString() => $"{Action} {Id}";
}
