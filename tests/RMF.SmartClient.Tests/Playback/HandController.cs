using RMF.Core.Playback;
using RMF.SmartClient.Model.Playback;

namespace RMF.SmartClient.Tests.Playback;

/// <summary>A controller that a test moves.</summary>
internal sealed class HandController : IPlaybackController
{
    public event EventHandler? Changed;

    public DateTimeOffset Time { get; private set; }

    public PlaybackMode Mode { get; private set; }

    public double Speed { get; private set; } = 1;

    public List<DateTimeOffset> Gotos { get; } = [];

    public bool IsHeard => Changed is not null;

    public void Move(DateTimeOffset time, PlaybackMode? mode = null, double? speed = null)
    {
        (Time, Mode, Speed) = (time, mode ?? Mode, speed ?? Speed);
        Changed?.Invoke(this, EventArgs.Empty);
    }

    public void Goto(DateTimeOffset time)
    {
        Gotos.Add(time);
        Move(time);
    }

    public void Stop() => Move(Time, PlaybackMode.Stop);
}
