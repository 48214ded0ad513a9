namespace RMF.Core.Planning.Guards;

/// <summary>What a guard may look at. Guards are pure: they get the plan and what it was made from.</summary>
public sealed record GuardContext(PlanDraft Draft, PlanningInput Input, PlanningOptions Options, GuardLimits Limits)
{
    /// <summary>The direction of the last applied run, by name; empty before the first.</summary>
    public string LastDirection { get; init; } = string.Empty;

    /// <summary>The freeze window of the policy that is open now, for people; null when none is.</summary>
    public string? Freeze { get; init; }

    /// <summary>Device licences of the sites that the plan adds hardware to; a site that is missing could not or would not tell.</summary>
    public IReadOnlyDictionary<string, DeviceLicenses> Licenses { get; init; } = new Dictionary<string, DeviceLicenses>(StringComparer.Ordinal);

    /// <summary>
    /// Evidence locks on the devices that the plan deletes, moves or replaces, by site. A site that is missing was not asked, and what it has is
    /// not known.
    /// </summary>
    public IReadOnlyDictionary<string, EvidenceLocks> EvidenceLocks { get; init; } = new Dictionary<string, EvidenceLocks>(StringComparer.Ordinal);
}
