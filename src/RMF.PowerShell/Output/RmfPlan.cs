using RMF.Core.Planning;
using RMF.Engine.Plans;

namespace RMF.PowerShell;

/// <summary>A plan: what would be done, complete before the first write. Pipe it into Invoke-RmfPlan.</summary>
public sealed class RmfPlan
{
    private readonly Lazy<IReadOnlyList<RmfChange>> changes;
    private readonly Lazy<string> checksum;

    internal RmfPlan(Plan plan, string? path, Func<Change, RmfChange> show)
    {
        Plan = plan;
        Path = path;
        changes = new(() => plan.Changes.Select(show).ToList());
        checksum = new(() => PlanWriter.Checksum(plan));
    }

    /// <summary>The plan's id.</summary>
    public string Id => Plan.Id;

    /// <summary>When it was made.</summary>
    public DateTime CreatedAt => Plan.CreatedAt.LocalDateTime;

    /// <summary>Backup or Restore.</summary>
    public string Direction => Plan.Direction.ToString();

    /// <summary>The file it stands in; null when it stands in none.</summary>
    public string? Path { get; }

    /// <summary>Devices that would be added.</summary>
    public int Create => Plan.Summary.Create;

    /// <summary>Objects that would be changed.</summary>
    public int Update => Plan.Summary.Update;

    /// <summary>Objects that would be deleted.</summary>
    public int Delete => Plan.Summary.Delete;

    /// <summary>Pairs that are remembered from now on; nothing is written for them.</summary>
    public int Adopt => Plan.Summary.Adopt;

    /// <summary>Values that the target changed on its own.</summary>
    public int Drift => Plan.Summary.Drift;

    /// <summary>Objects with values that both sides changed.</summary>
    public int Conflict => Plan.Summary.Conflict;

    /// <summary>Objects with values that the target cannot take.</summary>
    public int Unsupported => Plan.Summary.Unsupported;

    /// <summary>Objects that were not read.</summary>
    public int Unknown => Plan.Summary.Unknown;

    /// <summary>Primary cameras that are not recorded twice.</summary>
    public int Unprotected => Plan.Summary.Unprotected;

    /// <summary>Camera pairs that were compared.</summary>
    public int Compared => Plan.Summary.Compared;

    /// <summary>True when nothing would be written.</summary>
    public bool IsEmpty => Plan.IsEmpty;

    /// <summary>True when no guard refuses it.</summary>
    public bool IsApplicable => Plan.IsApplicable;

    /// <summary>The steps, in order.</summary>
    public IReadOnlyList<RmfChange> Changes => changes.Value;

    /// <summary>What refuses it.</summary>
    public IReadOnlyList<RmfGuard> Guards => Plan.Guards.Select(g => new RmfGuard { Guard = g.Guard, Message = g.Message }).ToList();

    /// <summary>SHA-256 over its content; the gate of a pipeline compares it.</summary>
    public string Checksum => checksum.Value;

    internal Plan Plan { get; }

    /// <inheritdoc/>
    public override string ToString()
        => IsEmpty ? "No changes." : FormattableString.Invariant($"Plan: {Create} to add, {Update} to change, {Delete} to delete.");
}
