using RMF.Engine.Runs;

namespace RMF.PowerShell.Runs;

/// <summary>The base of cmdlets that show what both sides hold. They write to no site. Both sides are read once, after the last input.</summary>
public abstract class InventoryCmdlet : RunCmdlet
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
            // Nothing came through the pipeline, which is not the same as asking for everything.
            return;
        }

        using var events = new CmdletEvents(this, "Reading both sides");
        var sites = await ConnectAsync(cancellationToken).ConfigureAwait(false);
        var run = await PrepareAsync(sites, PlanScope.Everything, events, cancellationToken).ConfigureAwait(false);
        WarnIncomplete(run);
        foreach (var item in Select(run))
        {
            cancellationToken.ThrowIfCancellationRequested();
            WriteObject(item);
        }
    }

    /// <summary>Takes one input: the parameters are bound to it.</summary>
    private protected virtual void Collect()
    {
    }

    /// <summary>What the cmdlet shows of what was read.</summary>
    private protected abstract IEnumerable<object> Select(PreparedRun run);

    /// <summary>Writes an error for each name, id or object that was asked for and is not there.</summary>
    private protected void ReportMissing(Selection selection, IEnumerable<string> known)
    {
        foreach (var error in selection.Missing(known))
        {
            WriteError(error);
        }
    }
}
