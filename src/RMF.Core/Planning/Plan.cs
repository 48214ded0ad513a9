using RMF.Core.Planning.Guards;

namespace RMF.Core.Planning;

/// <summary>
/// What would be done, complete before the first write: data that can be stored, read by people, compared, and applied later or elsewhere.
/// Holds no secret.
/// </summary>
public sealed record Plan
{
    /// <summary>The format that this release writes.</summary>
    public const int CurrentFormat = 1;

    public int FormatVersion { get; init; } = CurrentFormat;

    public required string Id { get; init; }

    /// <summary>UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Hash of the policy's content; a plan is refused under another policy.</summary>
    public required string PolicyHash { get; init; }

    public required SyncDirection Direction { get; init; }

    /// <summary>The state's lineage; empty when there was no state.</summary>
    public string Lineage { get; init; } = string.Empty;

    /// <summary>The state's serial when the plan was made.</summary>
    public long Serial { get; init; }

    public required IReadOnlyList<PlanSite> Sites { get; init; }

    /// <summary>In the order in which they are carried out.</summary>
    public required IReadOnlyList<Change> Changes { get; init; }

    public IReadOnlyList<UnknownPart> Unknown { get; init; } = [];

    /// <summary>What refuses the plan.</summary>
    public IReadOnlyList<GuardResult> Guards { get; init; } = [];

    public required PlanSummary Summary { get; init; }

    /// <summary>The changes that put drift right: the target was changed behind RMF's back.</summary>
    public IEnumerable<Change> Drift => Changes.Where(c => c.Properties.Any(p => p.Reason == ChangeReason.TargetDrifted));

    /// <summary>True when no guard refuses it. Guards that are allowed by name are taken off before this is asked.</summary>
    public bool IsApplicable => Guards.Count == 0;

    /// <summary>True when carrying it out writes nothing to any site.</summary>
    public bool IsEmpty => !Changes.Any(c => c.Writes);
}
