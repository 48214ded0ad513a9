using System.Management.Automation;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Runs;

/// <summary>Shows what past runs did: when, with what result, and how many changes of each kind. Asks no site.</summary>
[Cmdlet(VerbsCommon.Get, "RmfRun")]
[OutputType(typeof(RmfRun))]
public sealed class GetRmfRun : JournalCmdlet
{
    /// <summary>The id of a run, or its beginning.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? Id { get; set; }

    /// <summary>How many of the newest runs.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Last { get; set; } = 20;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var runs = Id is null ? Read(Last) : Find(Read(int.MaxValue), Id);
        foreach (var run in runs)
        {
            WriteObject(new RmfRun(run));
        }
    }
}
