using System.Management.Automation;
using RMF.Engine.Events;
using RMF.Engine.Ports;
using RMF.PowerShell.Pipeline;

namespace RMF.PowerShell.Runs;

/// <summary>Shows a run on the pipeline: progress with totals, loud remarks as warnings, steps as verbose lines. Thread-safe.</summary>
internal sealed class CmdletEvents : IRunEvents, IDisposable
{
    private const int ActivityId = 47;

    /// <summary>Progress records are written at most this often: a 12,000-camera reading reports far more.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly AsyncRmfCmdlet cmdlet;
    private readonly string activity;
    private readonly object gate = new();
    private DateTimeOffset lastShown = DateTimeOffset.MinValue;

    public CmdletEvents(AsyncRmfCmdlet cmdlet, string activity)
    {
        this.cmdlet = cmdlet;
        this.activity = activity;
    }

    public void Report(RunEvent runEvent)
    {
        if (runEvent.IsWarning)
        {
            cmdlet.WriteWarning(runEvent.Message);
            return;
        }

        lock (gate)
        {
            if (runEvent.Time - lastShown < Interval && runEvent.Done < runEvent.Total)
            {
                return;
            }

            lastShown = runEvent.Time;
        }

        var status = runEvent.Total > 0 ? FormattableString.Invariant($"{runEvent.Message} ({runEvent.Done} of {runEvent.Total})") : runEvent.Message;
        cmdlet.WriteProgress(new ProgressRecord(ActivityId, activity, $"{runEvent.Phase}: {(runEvent.Site is null ? string.Empty : runEvent.Site + ", ")}{status}")
        {
            PercentComplete = runEvent.Total > 0 ? Math.Min(100, runEvent.Done * 100 / runEvent.Total) : -1,
        });
        cmdlet.WriteVerbose($"{runEvent.Phase} {runEvent.Site} {status}");
    }

    /// <summary>Takes the progress bar away.</summary>
    public void Dispose() => cmdlet.WriteProgress(new ProgressRecord(ActivityId, activity, "Done") { RecordType = ProgressRecordType.Completed });
}
