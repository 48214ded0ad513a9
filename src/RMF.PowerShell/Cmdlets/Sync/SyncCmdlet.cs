using RMF.Core.Inventory;
using RMF.Engine.Runs;
using RMF.PowerShell.Cmdlets.Operator;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Sync;

/// <summary>The base of the Sync cmdlets: plan, guards, apply and verify, for one part of the plan. Both sides are read once, after the last input.</summary>
public abstract class SyncCmdlet : ApplyCmdlet
{
    private bool isAsked;

    /// <inheritdoc/>
    protected sealed override void ProcessRecord()
    {
        isAsked = true;
        Collect();
    }

    /// <inheritdoc/>
    protected sealed override async Task EndAsync(CancellationToken cancellationToken)
    {
        if (!isAsked)
        {
            // Nothing came through the pipeline. That is not the same as asking for everything.
            Tell("Nothing was asked for.");
            return;
        }

        using var events = new CmdletEvents(this, "Synchronising");
        var sites = await ConnectAsync(cancellationToken).ConfigureAwait(false);
        if (MendsFirst)
        {
            await OperatorWork.MendAsync(this, cancellationToken).ConfigureAwait(false);
        }

        var run = await PrepareAsync(sites, Scope(), events, cancellationToken).ConfigureAwait(false);
        await CarryOutAsync(run, events, Left(run), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether what a side lacks of what operators did is done first: otherwise the plan would take it away from the side that has it.</summary>
    private protected virtual bool MendsFirst => false;

    /// <summary>Takes one input: the parameters are bound to it.</summary>
    private protected virtual void Collect()
    {
    }

    /// <summary>The part of the plan that is wanted, once all input is there.</summary>
    private protected abstract PlanScope Scope();

    /// <summary>What was asked for and is not in the plan: as results, or as errors when there is no such thing.</summary>
    private protected virtual IReadOnlyList<RmfChangeResult> Left(PreparedRun run) => [];

    /// <summary>A result for an item that nothing was done with.</summary>
    private protected static RmfChangeResult Skipped(Item item, string reason) => new()
    {
        Time = DateTime.Now,
        Site = item.Key.Site,
        Kind = item.Key.Kind.ToString(),
        Name = item.Name,
        Action = "None",
        Status = nameof(ChangeStatus.Skipped),
        Reason = reason,
    };
}
