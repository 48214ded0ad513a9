using System.Management.Automation;
using RMF.PowerShell.Pipeline;

namespace RMF.PowerShell.TestCmdlets;

/// <summary>Writes to every stream from several threads at once.</summary>
[Cmdlet(VerbsCommunications.Write, "RmfProbe")]
public sealed class WriteRmfProbe : AsyncRmfCmdlet
{
    [Parameter(ValueFromPipeline = true)]
    public int Number { get; set; }

    [Parameter]
    public int Count { get; set; } = 1;

    [Parameter]
    public int Threads { get; set; } = 1;

    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        WriteVerbose("verbose");
        WriteDebug("debug");
        WriteWarning("warning");
        WriteInformation("information", ["probe"]);
        WriteProgress(new ProgressRecord(1, "probe", "under way"));
        WriteError(new ErrorRecord(new RmfException("error"), "ProbeError", ErrorCategory.NotSpecified, Number));
        await Task.WhenAll(Enumerable.Range(0, Threads).Select(thread => Task.Run(() => WriteMany(thread), cancellationToken)));
        WriteObject(new[] { -1, -2 }, enumerateCollection: true);
    }

    private void WriteMany(int thread)
    {
        for (var i = 0; i < Count; i++)
        {
            WriteObject((Number * 1_000_000) + (thread * 10_000) + i);
        }
    }
}
