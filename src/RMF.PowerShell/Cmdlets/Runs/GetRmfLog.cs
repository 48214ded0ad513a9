using System.Management.Automation;
using RMF.Engine.Logs;
using RMF.PowerShell.Errors;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Runs;

/// <summary>Shows the log of a run: what it read, waited for and met, in the order in which it happened; without a run, that of the newest. Asks no site.</summary>
[Cmdlet(VerbsCommon.Get, "RmfLog")]
[OutputType(typeof(RmfLogLine))]
public sealed class GetRmfLog : JournalCmdlet
{
    /// <summary>The id of a run, or its beginning.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [ValidateNotNullOrEmpty]
    public string? Run { get; set; }

    /// <summary>The least that a line must matter: Detail shows each request to a site too.</summary>
    [Parameter]
    [ValidateSet("Error", "Warning", "Information", "Detail")]
    public string Level { get; set; } = nameof(LogLevel.Information);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var least = (LogLevel)Enum.Parse(typeof(LogLevel), Level, ignoreCase: true);
        foreach (var run in Run is null ? Read(1) : Find(Read(int.MaxValue), Run))
        {
            if (!RunLog.Read(run.LogFile).TryGet(out var lines, out var failure))
            {
                WriteError(RmfErrorRecord.From(failure, run.LogFile));
                continue;
            }

            foreach (var line in lines.Where(l => l.Level <= least))
            {
                WriteObject(new RmfLogLine(run.Id, line));
            }
        }
    }
}
