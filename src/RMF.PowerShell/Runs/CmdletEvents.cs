using System.Management.Automation;
using RMF.Engine.Events;
using RMF.Engine.Ports;
using RMF.Engine.Runs;
using RMF.PowerShell.Pipeline;

namespace RMF.PowerShell.Runs;

/// <summary>Shows a run on the pipeline: progress with totals over all sites, loud remarks as warnings, steps as verbose lines. Thread-safe.</summary>
internal sealed class CmdletEvents : IRunEvents, IDisposable
{
    private const int ActivityId = 47;

    /// <summary>Progress records are written at most this often: a 12,000-camera reading reports far more.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly AsyncRmfCmdlet cmdlet;
    private readonly string activity;
    private readonly object gate = new();
    private readonly SortedDictionary<string, RunEvent> latest = new(StringComparer.Ordinal);
    private RunPhase phase;
    private DateTimeOffset lastShown = DateTimeOffset.MinValue;

    public CmdletEvents(AsyncRmfCmdlet cmdlet, string activity)
    {
        this.cmdlet = cmdlet;
        this.activity = activity;
    }

    /// <summary>Takes the results of changes as they are made; null = nobody wants them.</summary>
    public Action<ChangeResult>? OnResult { get; set; }

    public void Report(RunEvent runEvent)
    {
        (cmdlet as PolicyCmdlet)?.Log.Add(runEvent);
        if (runEvent.IsWarning)
        {
            cmdlet.WriteWarning(runEvent.Message);
            return;
        }

        if (runEvent.Result is { } result)
        {
            OnResult?.Invoke(result);
        }

        ProgressRecord record;
        lock (gate)
        {
            var isNewPhase = runEvent.Phase != phase;
            if (isNewPhase)
            {
                phase = runEvent.Phase;
                latest.Clear();
            }

            // Sites are read at the same time: the bar shows them together.
            latest[runEvent.Site ?? string.Empty] = runEvent;
            if (!isNewPhase && runEvent.Time - lastShown < Interval && runEvent.Done < runEvent.Total)
            {
                return;
            }

            lastShown = runEvent.Time;
            record = Record();
        }

        cmdlet.WriteProgress(record);
        cmdlet.WriteVerbose($"{runEvent.Phase}: {Line(runEvent)}");
    }

    /// <summary>Takes the progress bar away.</summary>
    public void Dispose() => cmdlet.WriteProgress(new ProgressRecord(ActivityId, activity, "Done") { RecordType = ProgressRecordType.Completed });

    private ProgressRecord Record()
    {
        long done = latest.Values.Sum(e => (long)e.Done);
        long total = latest.Values.Sum(e => (long)e.Total);
        return new ProgressRecord(ActivityId, activity, $"{phase}: {string.Join("; ", latest.Values.Select(Line))}")
        {
            PercentComplete = total > 0 ? (int)Math.Min(100, done * 100 / total) : -1,
        };
    }

    private static string Line(RunEvent runEvent)
    {
        var site = runEvent.Site is null ? string.Empty : runEvent.Site + ": ";
        return runEvent.Total > 0 ? FormattableString.Invariant($"{site}{runEvent.Message} ({runEvent.Done} of {runEvent.Total})") : site + runEvent.Message;
    }
}
