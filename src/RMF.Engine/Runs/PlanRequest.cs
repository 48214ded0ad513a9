using RMF.Core.Inventory;
using RMF.Engine.Journal;
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

    /// <summary>Where the run writes down what it is about to do; by default nowhere.</summary>
    public IJournal Journal { get; init; } = NoJournal.Instance;

    public ReadDepth Depth { get; init; } = ReadDepth.Full;

    /// <summary>The snapshots of the last run by site name, for Fast.</summary>
    public IReadOnlyDictionary<string, SiteSnapshot>? Previous { get; init; }

    /// <summary>For Fast: how many Fast runs went before, so that following runs read different devices again. 0 or more.</summary>
    public int RotationCursor { get; init; }
}
