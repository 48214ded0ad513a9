using System.Management.Automation;
using RMF.PowerShell.Pipeline;

namespace RMF.PowerShell.TestCmdlets;

/// <summary>Waits: until it is cancelled, or, as a bad cmdlet would, without looking at the token.</summary>
[Cmdlet(VerbsLifecycle.Wait, "RmfProbe")]
public sealed class WaitRmfProbe : AsyncRmfCmdlet
{
    [Parameter]
    public SwitchParameter Deaf { get; set; }

    /// <summary>A file that is written when the work has seen the cancellation and cleaned up.</summary>
    [Parameter]
    public string? CleanUpFile { get; set; }

    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        WriteObject("waiting");
        try
        {
            await Task.Delay(TimeSpan.FromSeconds(30), Deaf ? CancellationToken.None : cancellationToken);
        }
        finally
        {
            WriteVerbose("cleaning up");
            if (CleanUpFile is { } file)
            {
                File.WriteAllText(file, "clean");
            }
        }
    }
}
