using System.Management.Automation;
using RMF.PowerShell.Pipeline;

namespace RMF.PowerShell.Cmdlets.Playback;

/// <summary>A progress bar that is drawn five times a second at most.</summary>
internal sealed class PlaybackProgress(AsyncRmfCmdlet cmdlet, string activity) : IDisposable
{
    private const int ActivityId = 48;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private long shown = long.MinValue;

    public void Show(string what, int done, int total) => Show(FormattableString.Invariant($"{what} ({done} of {total})"), total == 0 ? 1 : done / (double)total);

    public void Show(string status, double part)
    {
        var now = TimeProvider.System.GetTimestamp();
        if (shown == long.MinValue || TimeProvider.System.GetElapsedTime(shown, now) >= Interval)
        {
            shown = now;
            cmdlet.WriteProgress(new ProgressRecord(ActivityId, activity, status) { PercentComplete = (int)(Math.Min(1, part) * 100) });
        }
    }

    /// <summary>Takes the progress bar away.</summary>
    public void Dispose() => cmdlet.WriteProgress(new ProgressRecord(ActivityId, activity, "Done") { RecordType = ProgressRecordType.Completed });
}
