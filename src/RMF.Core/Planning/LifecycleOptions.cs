namespace RMF.Core.Planning;

/// <summary>What the policy lets RMF do to whole devices. Defaults: add only.</summary>
public sealed record LifecycleOptions(bool Add = true, bool Replace = false, bool Move = false, bool Delete = false);
