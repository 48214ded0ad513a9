using RMF.Core.Playback;
using RMF.SmartClient.Model.Playback;
using VideoOS.Platform.Client;

namespace RMF.SmartClient.Mip;

/// <summary>A controller of Smart Client as the playback of a tile follows it. Belongs to the user interface's thread.</summary>
internal sealed class MipPlayback : IPlaybackController, IDisposable
{
    private readonly PlaybackController controller;

    public MipPlayback(PlaybackController controller)
    {
        this.controller = controller;
        controller.PlaybackTimeChangedEvent += OnTime;
        controller.PlaybackModeChangedEvent += OnMode;
    }

    public event EventHandler? Changed;

    public DateTimeOffset Time => new(DateTime.SpecifyKind(controller.PlaybackTime, DateTimeKind.Utc));

    public PlaybackMode Mode => controller.PlaybackMode switch
    {
        PlaybackController.PlaybackModeType.Forward => PlaybackMode.Forward,
        PlaybackController.PlaybackModeType.Reverse => PlaybackMode.Reverse,
        _ => PlaybackMode.Stop,
    };

    public double Speed => controller.PlaybackSpeed;

    public void Goto(DateTimeOffset time) => controller.PlaybackTime = time.UtcDateTime;

    public void Stop() => controller.PlaybackMode = PlaybackController.PlaybackModeType.Stop;

    public void Dispose()
    {
        controller.PlaybackTimeChangedEvent -= OnTime;
        controller.PlaybackModeChangedEvent -= OnMode;
    }

    private void OnTime(object sender, PlaybackController.TimeEventArgs e) => Changed?.Invoke(this, EventArgs.Empty);

    private void OnMode(object sender, PlaybackController.PlaybackModeEventArgs e) => Changed?.Invoke(this, EventArgs.Empty);
}
