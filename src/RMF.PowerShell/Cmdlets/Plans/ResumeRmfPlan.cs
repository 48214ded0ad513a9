using System.Management.Automation;
using RMF.Engine.Journal;
using RMF.Engine.Runs;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Plans;

/// <summary>
/// Goes on with a run that was interrupted: reads both sides as they are now, plans again and carries that out. Nothing is replayed; what was
/// half-made is finished. A run that ended by itself needs none of this: it writes nothing then and says so.
/// </summary>
[Cmdlet(VerbsLifecycle.Resume, "RmfPlan", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(RmfChangeResult))]
public sealed class ResumeRmfPlan : ApplyCmdlet
{
    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        var runs = Taken(new FileJournal(PolicyInUse.JournalPath).Read(1), PolicyInUse.JournalPath);
        var last = runs.Count == 0 ? null : runs[0];
        if (last is not { IsResumable: true })
        {
            Tell(last is null ? "Nothing to resume: no run stands in the journal." : $"Nothing to resume: the last run ended {last.Result}.");
            return;
        }

        foreach (var change in last.WithoutOutcome)
        {
            WriteVerbose($"{change.Change} was sent and its outcome is not known; it is read again.");
        }

        using var events = new CmdletEvents(this, "Resuming");
        var sites = await ConnectAsync(cancellationToken).ConfigureAwait(false);
        var run = await PrepareAsync(sites, PlanScope.Everything, events, cancellationToken).ConfigureAwait(false);
        await CarryOutAsync(run, events, [], cancellationToken).ConfigureAwait(false);
    }
}
