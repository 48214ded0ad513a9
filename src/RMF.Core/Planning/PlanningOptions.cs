using RMF.Core.Inventory;
using RMF.Core.Kinds;

namespace RMF.Core.Planning;

/// <summary>The part of a policy that planning needs.</summary>
public sealed record PlanningOptions
{
    public SyncDirection Direction { get; init; }

    /// <summary>The switches that are on.</summary>
    public required IReadOnlyCollection<SyncCategory> Categories { get; init; }

    public LifecycleOptions Lifecycle { get; init; } = new();

    public ConflictRule Conflicts { get; init; }

    public INaming Naming { get; init; } = SameNames.Instance;

    public IManagedSet Managed { get; init; } = EverythingManaged.Instance;

    /// <summary>Why a site's server cannot make an item of a kind below another one; null = it can. Default: it can.</summary>
    public Func<string, ItemKind, string?> WhyNotBelow { get; init; } = static (_, _) => null;

    /// <summary>Name of the account that RMF is logged in with at a site, with or without its domain; null = not known. Default: not known.</summary>
    public Func<string, string?> OwnAccount { get; init; } = static _ => null;

    /// <summary>True when the policy maps cameras one by one.</summary>
    public bool IsManual { get; init; }
}
