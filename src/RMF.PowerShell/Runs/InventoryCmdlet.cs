using RMF.Engine.Runs;

namespace RMF.PowerShell.Runs;

/// <summary>The base of cmdlets that show what both sides hold. They read and write nothing.</summary>
public abstract class InventoryCmdlet : RunCmdlet
{
    /// <inheritdoc/>
    protected sealed override async Task ProcessAsync(CancellationToken cancellationToken)
    {
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

    /// <summary>What the cmdlet shows of what was read.</summary>
    private protected abstract IEnumerable<object> Select(PreparedRun run);
}
