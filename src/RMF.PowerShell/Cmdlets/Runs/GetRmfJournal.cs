using System.Management.Automation;
using RMF.Engine.Journal;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Runs;

/// <summary>Shows the records of a run, in the order in which they were written; without a run, those of the newest. Asks no site.</summary>
[Cmdlet(VerbsCommon.Get, "RmfJournal")]
[OutputType(typeof(RmfJournalRecord))]
public sealed class GetRmfJournal : JournalCmdlet
{
    /// <summary>The id of a run, or its beginning.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ValidateNotNullOrEmpty]
    public string? Run { get; set; }

    /// <summary>One kind of record alone.</summary>
    [Parameter]
    [ValidateSet("Started", "Intended", "Sent", "Confirmed", "Failed", "Unknown", "Skipped", "Verified", "Remembered", "Ended")]
    public string? Event { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var runs = Run is null ? Read(1) : Find(Read(int.MaxValue), Run);
        foreach (var run in runs)
        {
            foreach (var record in run.Records.Where(IsWanted))
            {
                WriteObject(new RmfJournalRecord(run, record));
            }
        }
    }

    private bool IsWanted(JournalRecord record) => Event is null || string.Equals(Event, record.Event.ToString(), StringComparison.OrdinalIgnoreCase);
}
