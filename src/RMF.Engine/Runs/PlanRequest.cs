using RMF.Core.Inventory;
using RMF.Engine.Ports;
using RMF.Policy;

namespace RMF.Engine.Runs;

/// <summary>What to plan.</summary>
/// <param name="Policy">A valid policy.</param>
/// <param name="Sites">Its sites, logged in.</param>
/// <param name="State">Where the state is kept.</param>
public sealed record PlanRequest(RedundancyPolicy Policy, SiteSet Sites, IStateStore State)
{
    public PlanScope Scope { get; init; } = PlanScope.Everything;

    public ReadDepth Depth { get; init; } = ReadDepth.Full;

    /// <summary>Fast only: which part by rotation is read again; the caller counts it up from run to run.</summary>
    public int Rotation { get; init; }

    /// <summary>The snapshots of the last run by site name, for Fast.</summary>
    public IReadOnlyDictionary<string, SiteSnapshot>? Previous { get; init; }
}
