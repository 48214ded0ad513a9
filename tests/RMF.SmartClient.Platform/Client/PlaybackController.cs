using VideoOS.Platform.Fake;

namespace VideoOS.Platform.Client;

public class PlaybackController
{
    private readonly FakePlaybackClock clock;

    internal PlaybackController() => clock = new(this);

    public event EventHandler<TimeEventArgs> PlaybackTimeChangedEvent;

    public event EventHandler<PlaybackModeEventArgs> PlaybackModeChangedEvent;

    public enum PlaybackModeType
    {
        Stop,
        Forward,
        Reverse,
    }

    public DateTime PlaybackTime
    {
        get => clock.Time;
        set => clock.GoTo(value);
    }

    public PlaybackModeType PlaybackMode
    {
        get => clock.Mode;
        set => clock.Play(value);
    }

    public double PlaybackSpeed
    {
        get => clock.Speed;
        set => clock.Speed = value;
    }

    public bool SkipGaps { get; set; } = true;

    internal FakePlaybackClock Clock => clock;

    internal void TimeChanged(DateTime time) => PlaybackTimeChangedEvent?.Invoke(this, new(time));

    internal void ModeChanged(PlaybackModeType mode) => PlaybackModeChangedEvent?.Invoke(this, new(mode));

    public class TimeEventArgs : EventArgs
    {
        internal TimeEventArgs(DateTime time) => Time = time;

        public DateTime Time { get; }
    }

    public class PlaybackModeEventArgs : EventArgs
    {
        internal PlaybackModeEventArgs(PlaybackModeType playbackMode) => PlaybackMode = playbackMode;

        public PlaybackModeType PlaybackMode { get; }
    }
}
