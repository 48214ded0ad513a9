using RMF.SmartClient.Host.Seeing;
using VideoOS.Platform;
using VideoOS.Platform.Client;
using VideoOS.Platform.Fake;

namespace RMF.SmartClient.Host.Scenarios;

/// <summary>Playback over gaps: where the primary has no recording the tile shows the secondary's of that time, and the primary's after it.</summary>
internal sealed class PluginPlaybackScenario : PluginScenario
{
    public override string Name => "plugin-playback";

    public override async Task RunAsync(Stage stage)
    {
        await ShowAsync(stage, 1, 1, "Fence north 1");
        var tile = stage.Window.Tiles[0];
        stage.Client.Mode = Mode.ClientPlayback;
        var controller = FakeSession.Playback.Common;
        controller.SkipGaps = false;
        await GoAsync(TimeSpan.FromHours(-2), Primary, "where both have recorded, the primary is shown");
        await GoAsync(TimeSpan.FromHours(-25.75), Secondary, "in the primary's gap, the secondary is shown");
        await stage.ShootDrawnAsync("gap");
        await GoAsync(TimeSpan.FromHours(-19.8), Primary, "in the secondary's gap, the primary is shown");

        var edge = DateTime.UtcNow.AddHours(-26).AddSeconds(-5);
        controller.PlaybackTime = edge;
        controller.PlaybackSpeed = 2;
        controller.PlaybackMode = PlaybackController.PlaybackModeType.Forward;
        await stage.UntilAsync("playing into the gap goes over to the secondary", () => Eyes.Look(tile) is { Side: Secondary } seen && seen.Time.UtcDateTime > edge.AddSeconds(4), TimeSpan.FromSeconds(20), () => $"{Eyes.Look(tile)} at {controller.PlaybackTime - edge}");
        controller.PlaybackMode = PlaybackController.PlaybackModeType.Stop;

        stage.Client.Mode = Mode.ClientLive;
        await AllShowAsync(stage, Primary, "live video comes back", TimeSpan.FromSeconds(15));

        async Task GoAsync(TimeSpan ago, string side, string what)
        {
            var time = DateTime.UtcNow + ago;
            controller.PlaybackTime = time;
            await stage.UntilAsync(what, () => Eyes.Look(tile) is { } seen && seen.Side == side && Math.Abs((seen.Time.UtcDateTime - time).TotalSeconds) < 3, TimeSpan.FromSeconds(20), () => $"{Eyes.Look(tile)}; {SidesOf(stage)}");
        }
    }
}
