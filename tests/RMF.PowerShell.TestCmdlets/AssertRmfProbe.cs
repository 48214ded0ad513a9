using System.Management.Automation;
using RMF.Engine.Ports;
using RMF.PowerShell.Pipeline;

namespace RMF.PowerShell.TestCmdlets;

/// <summary>Fails in the ways that a cmdlet can fail.</summary>
[Cmdlet(VerbsLifecycle.Assert, "RmfProbe")]
public sealed class AssertRmfProbe : AsyncRmfCmdlet
{
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateSet("Bug", "Timeout", "Terminating", "Cancelled", "Script")]
    public string How { get; set; } = "";

    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        switch (How)
        {
            case "Bug":
                throw new InvalidOperationException("a bug");
            case "Timeout":
                throw new TimeoutException("too slow");
            case "Cancelled":
                throw new OperationCanceledException("somebody else's token");
            case "Script":
                OnPipeline(() => InvokeCommand.InvokeScript("throw 'from script'"));
                break;
            default:
                ThrowTerminatingError(new ErrorRecord(new RmfException("terminating"), "ProbeTerminating", ErrorCategory.LimitsExceeded, "target"));
                break;
        }

        WriteObject("not reached");
    }
}
