#nullable enable
using System.Diagnostics;
using System.Windows.Threading;
using VideoOS.Platform.Client;

namespace VideoOS.Platform.Fake;

/// <summary>
/// A controller's time: stands, or runs at a speed on the user interface's thread. It leads viewers; it skips what none of them has when the
/// controller skips gaps.
/// </summary>
internal sealed class FakePlaybackClock : IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(40);

    /// <summary>A pause between two pictures longer than this is a gap.</summary>
    private static readonly TimeSpan Gap = TimeSpan.FromSeconds(2);
    private readonly PlaybackController controller;
    private readonly DispatcherTimer timer;
    private readonly Stopwatch sinceTick = new();
    private readonly List<FakeViewer> viewers = [];

    public FakePlaybackClock(PlaybackController controller)
    {
        this.controller = controller;
        Time = FakeSession.Client.UtcNow;
        timer = new(DispatcherPriority.Normal, FakeSession.Client.Dispatcher) { Interval = Tick };
        timer.Tick += (_, _) => Advance();
    }

    public DateTime Time { get; private set; }

    public PlaybackController.PlaybackModeType Mode { get; private set; }

    public double Speed { get; set; } = 1;

    public void Follow(FakeViewer viewer)
    {
        if (!viewers.Contains(viewer))
        {
            viewers.Add(viewer);
        }
    }

    public void Leave(FakeViewer viewer) => viewers.Remove(viewer);

    public void GoTo(DateTime time)
    {
        Time = DateTime.SpecifyKind(time, DateTimeKind.Utc);
        controller.TimeChanged(Time);
        foreach (var viewer in viewers.ToArray())
        {
            viewer.Seek(Time);
        }
    }

    public void Play(PlaybackController.PlaybackModeType mode)
    {
        if (Mode == mode)
        {
            return;
        }

        Mode = mode;
        timer.IsEnabled = mode != PlaybackController.PlaybackModeType.Stop;
        sinceTick.Restart();
        controller.ModeChanged(mode);
    }

    public void Dispose()
    {
        timer.Stop();
        viewers.Clear();
    }

    private void Advance()
    {
        var passed = TimeSpan.FromTicks((long)(sinceTick.Elapsed.Ticks * Speed));
        sinceTick.Restart();
        var next = Mode == PlaybackController.PlaybackModeType.Reverse ? Time - passed : Time + passed;
        GoTo(controller.SkipGaps && Mode == PlaybackController.PlaybackModeType.Forward ? BeyondGap(next) : next);
    }

    private DateTime BeyondGap(DateTime time)
    {
        var shown = viewers.Select(v => v.Recorded).Where(f => f is not null).ToList();
        return shown.Count > 0 && shown.All(f => time - f!.Time > Gap && f.Next > time) ? shown.Min(f => f!.Next!.Value) : time;
    }
}
