using System.Management.Automation;
using RMF.PowerShell.Pipeline;

namespace RMF.PowerShell.TestCmdlets;

/// <summary>Asks ShouldProcess from asynchronous code, and reads a variable of the caller's.</summary>
[Cmdlet(VerbsCommon.Set, "RmfProbe", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
public sealed class SetRmfProbe : AsyncRmfCmdlet
{
    [Parameter(Mandatory = true, Position = 0)]
    public string Name { get; set; } = "";

    [Parameter]
    public string? Variable { get; set; }

    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        if (ShouldProcess(Name, "Set"))
        {
            WriteObject(Name);
        }

        if (Variable is { } variable)
        {
            WriteObject(OnPipeline(() => SessionState.PSVariable.GetValue(variable)));
        }
    }
}
