using System.Diagnostics;
using System.Management.Automation;
using RMF.Engine.Ports;

namespace RMF.PowerShell.Pipeline;

/// <summary>
/// One progress bar of an asynchronous cmdlet, with totals. Report as often as you like, from any thread:
/// at most <see cref="PerSecond"/> records a second reach the host, because drawing 12,000 of them would take longer than the work.
/// Disposing it takes the bar away.
/// </summary>
internal sealed class RmfProgress : IProgress<ReadProgress>, IDisposable
{
    /// <summary>Records a second that a host draws without slowing the work down.</summary>
    public const int PerSecond = 5;

    private static readonly long Pause = Stopwatch.Frequency / PerSecond;

    private readonly AsyncRmfCmdlet cmdlet;
    private readonly int id;
    private readonly string activity;
    private readonly int parent;
    private long next;

    /// <param name="cmdlet">Who shows it.</param>
    /// <param name="activity">What is being done, e.g. <c>Reading harbour</c>.</param>
    /// <param name="id">Tells the bars of one cmdlet apart.</param>
    /// <param name="parent">The id of the bar above it; -1 for none.</param>
    public RmfProgress(AsyncRmfCmdlet cmdlet, string activity, int id = 1, int parent = -1)
    {
        this.cmdlet = cmdlet;
        this.id = id;
        this.activity = activity;
        this.parent = parent;
        next = Stopwatch.GetTimestamp();
    }

    /// <inheritdoc/>
    public void Report(ReadProgress value) => Report(value.Done, value.Total, $"{value.Site}: {value.Activity}");

    /// <summary>Shows how far it is. The end (<paramref name="done"/> = <paramref name="total"/>) is always shown.</summary>
    /// <param name="done">Steps done.</param>
    /// <param name="total">Steps in all; 0 while it is not known.</param>
    /// <param name="step">What is being done now.</param>
    public void Report(int done, int total, string step)
    {
        var now = Stopwatch.GetTimestamp();
        var due = Interlocked.Read(ref next);
        var isEnd = total > 0 && done >= total;
        if (!isEnd && (now < due || Interlocked.CompareExchange(ref next, now + Pause, due) != due))
        {
            return;
        }

        cmdlet.WriteProgress(new ProgressRecord(id, activity, total > 0 ? $"{step} ({done:N0} of {total:N0})" : step)
        {
            PercentComplete = total > 0 ? Math.Min(100, (int)(100L * done / total)) : -1,
            ParentActivityId = parent,
        });
    }

    /// <inheritdoc/>
    public void Dispose() => cmdlet.WriteProgress(new ProgressRecord(id, activity, "done") { RecordType = ProgressRecordType.Completed });
}
