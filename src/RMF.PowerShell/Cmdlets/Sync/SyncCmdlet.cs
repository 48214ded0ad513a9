using System.Management.Automation;
using RMF.Engine.Runs;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Sync;

/// <summary>The base of the Sync cmdlets: plan, guards, apply and verify, for one part of the plan.</summary>
public abstract class SyncCmdlet : ApplyCmdlet
{
    /// <summary>Plans and applies. Without a change it says so and writes nothing.</summary>
    internal async Task<PreparedRun> SyncAsync(PlanScope scope, CancellationToken cancellationToken)
    {
        using var events = new CmdletEvents(this, "Synchronising");
        var sites = await ConnectAsync(cancellationToken).ConfigureAwait(false);
        var run = await PrepareAsync(sites, scope, events, cancellationToken).ConfigureAwait(false);
        await CarryOutAsync(run, events, cancellationToken).ConfigureAwait(false);
        return run;
    }
}
