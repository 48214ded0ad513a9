namespace RMF.Core.Planning.Guards;

/// <summary>What a guard may look at. Guards are pure: they get the plan and what it was made from.</summary>
public sealed record GuardContext(PlanDraft Draft, PlanningInput Input, PlanningOptions Options, GuardLimits Limits);
