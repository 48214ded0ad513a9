using RMF.Core.Playback;
using RMF.SmartClient.Model.Playback;

namespace RMF.SmartClient.Tests.Acting;

/// <summary>A playback controller that a test moves.</summary>
internal sealed class FakeController : IPlaybackController
{
    public event EventHandler? Changed;

    public DateTimeOffset Time { get; set; }

    public PlaybackMode Mode { get; set; }

    public double Speed { get; set; } = 1;

    public bool IsFollowed => Changed is not null;

    public void Goto(DateTimeOffset time) => Move(time);

    public void Stop()
    {
        Mode = PlaybackMode.Stop;
        Changed?.Invoke(this, EventArgs.Empty);
    }

    public void Move(DateTimeOffset time)
    {
        Time = time;
        Changed?.Invoke(this, EventArgs.Empty);
    }
}
