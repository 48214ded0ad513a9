using RMF.Core.Inventory;
using RMF.Core.Pairing;
using RMF.Core.Planning;
using RMF.Engine.Journal;
using RMF.Engine.Ports;
using RMF.Engine.State;
using RMF.Policy;

namespace RMF.Engine.Runs;

/// <summary>A plan with all that it was made from: ready to be shown, or carried out.</summary>
public sealed record PreparedRun(RedundancyPolicy Policy, SyncContext Context, Plan Plan, StateDocument State, bool HasStoredState, IStateStore Store)
{
    /// <summary>The sites as they were read, by name.</summary>
    public required IReadOnlyDictionary<string, SiteSnapshot> Snapshots { get; init; }

    public IJournal Journal { get; init; } = NoJournal.Instance;

    /// <summary>Items without a pair.</summary>
    public required IReadOnlyList<PairFinding> Findings { get; init; }
}
