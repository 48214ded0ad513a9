using System.Management.Automation;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Runs;

/// <summary>Follows the chain of the journal over all runs that are kept: finds a record that is missing, was changed or stands in another place.</summary>
[Cmdlet(VerbsDiagnostic.Test, "RmfJournal")]
[OutputType(typeof(RmfJournalFault), typeof(bool))]
public sealed class TestRmfJournal : JournalCmdlet
{
    /// <summary>True when the chain holds, else false; nothing else.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var runs = Read(int.MaxValue);
        if (Quiet)
        {
            WriteObject(runs.All(r => r.Faults.Count == 0));
            return;
        }

        foreach (var run in runs)
        {
            foreach (var fault in run.Faults)
            {
                WriteObject(new RmfJournalFault(run.Id, run.File, "Error", fault));
            }

            if (run.IsTorn)
            {
                WriteObject(new RmfJournalFault(run.Id, run.File, "Information", "the last record is cut off: the process died while it wrote"));
            }
        }
    }
}
