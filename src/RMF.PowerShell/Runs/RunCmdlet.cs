using System.Management.Automation;
using RMF.Engine.Journal;
using RMF.Engine.Ports;
using RMF.Engine.Runs;
using RMF.Engine.State;
using RMF.PowerShell.Errors;

namespace RMF.PowerShell.Runs;

/// <summary>The base of cmdlets that read both sides and compare them.</summary>
public abstract class RunCmdlet : PolicyCmdlet
{
    /// <summary>Full reads everything. Fast reads the details of what changed alone; the rest is unknown.</summary>
    [Parameter]
    public ReadingDepth Depth { get; set; }

    /// <summary>The policy that the run goes by.</summary>
    private protected virtual RMF.Policy.RedundancyPolicy Model => PolicyInUse.Model;

    /// <summary>Reads both sides and plans. Ends the cmdlet where that fails.</summary>
    internal async Task<PreparedRun> PrepareAsync(SiteSet sites, PlanScope scope, IRunEvents events, CancellationToken cancellationToken)
    {
        var planned = await NewEngine(events).PlanAsync(Request(sites, scope), cancellationToken).ConfigureAwait(false);
        return Taken(planned, PolicyInUse);
    }

    /// <summary>As <see cref="PrepareAsync"/>; a failure is the caller's to judge.</summary>
    internal async Task<RunOutcome<PreparedRun>> TryPrepareAsync(SiteSet sites, IRunEvents events, CancellationToken cancellationToken)
        => await NewEngine(events).PlanAsync(Request(sites, PlanScope.Everything), cancellationToken).ConfigureAwait(false);

    internal PlanRequest Request(SiteSet sites, PlanScope scope) => new(Model, sites, new FileStateStore(PolicyInUse.StatePath))
    {
        Scope = scope,
        Journal = new FileJournal(PolicyInUse.JournalPath),
        Depth = Depth == ReadingDepth.Fast ? ReadDepth.Fast : ReadDepth.Full,
        Previous = Depth == ReadingDepth.Fast ? new Dictionary<string, Core.Inventory.SiteSnapshot>(Memory.Snapshots, StringComparer.Ordinal) : null,
        RotationCursor = Depth == ReadingDepth.Fast ? Memory.NextRotation() : 0,
    };

    /// <summary>The value; a failure ends the cmdlet.</summary>
    internal T Taken<T>(RunOutcome<T> outcome, object? target)
    {
        if (!outcome.TryGet(out var value, out var failure))
        {
            ThrowTerminatingError(RmfErrorRecord.From(failure, target));
            throw new InvalidOperationException("ThrowTerminatingError returned.");
        }

        if (value is PreparedRun run)
        {
            foreach (var snapshot in run.Snapshots)
            {
                Memory.Snapshots[snapshot.Key] = snapshot.Value;
            }
        }

        return value;
    }

    /// <summary>Tells where the reading was not whole: what was not read is unknown, and nobody should read a table as if it were complete.</summary>
    internal void WarnIncomplete(PreparedRun run)
    {
        foreach (var snapshot in run.Snapshots.Values)
        {
            // One cause takes many kinds with it: cameras that were not read take their settings and streams.
            var parts = snapshot.Parts.Where(p => p.State == Core.Inventory.PartState.Partial || p.Unread.Count > 0).OrderBy(p => p.Kind).ToList();
            if (parts.Count > 0)
            {
                var kinds = string.Join(", ", parts.Select(p => p.Unread.Count > 0 ? FormattableString.Invariant($"{p.Kind} ({p.Unread.Count} unread)") : p.Kind.ToString()));
                var reason = parts.Select(p => p.Reason ?? p.Unread.Values.FirstOrDefault()).FirstOrDefault(r => r is not null);
                WriteWarning($"{snapshot.Site} was not read in full: {kinds}. {reason} What was not read is unknown: neither equal nor changed.");
            }
        }
    }
}
