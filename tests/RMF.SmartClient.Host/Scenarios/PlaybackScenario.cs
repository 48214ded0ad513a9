using RMF.SmartClient.Host.Seeing;
using RMF.SmartClient.Host.Windows;
using VideoOS.Platform;
using VideoOS.Platform.Client;
using VideoOS.Platform.Fake;

namespace RMF.SmartClient.Host.Scenarios;

/// <summary>Playback on the client's own viewer: go to a time, play forward and reverse, skip a gap.</summary>
internal sealed class PlaybackScenario : Scenario
{
    private const int Speed = 4;

    public override string Name => "playback";

    public override async Task RunAsync(Stage stage)
    {
        var camera = stage.Camera(stage.Lab.Primary, "Fence north 1");
        stage.Window.Show(1, 1, [TileContent.BuiltIn(camera)]);
        var tile = stage.Window.Tiles[0];
        var diary = new ViewerDiary(tile.BuiltIn!);
        stage.Client.Mode = Mode.ClientPlayback;
        var controller = FakeSession.Playback.Common;
        var start = DateTime.UtcNow.AddHours(-2);
        controller.PlaybackTime = start;
        await stage.UntilAsync("the picture of that time is on the screen", () => Eyes.Look(tile) is { } seen && Math.Abs((seen.Time.UtcDateTime - start).TotalSeconds) < 2, TimeSpan.FromSeconds(15), () => $"{Eyes.Look(tile)}");

        controller.PlaybackSpeed = Speed;
        controller.PlaybackMode = PlaybackController.PlaybackModeType.Forward;
        await stage.UntilAsync("it plays forward", () => controller.PlaybackTime > start.AddSeconds(8) && Newest(diary) > start.AddSeconds(6), TimeSpan.FromSeconds(15), () => $"{Newest(diary) - start}");
        controller.PlaybackMode = PlaybackController.PlaybackModeType.Reverse;
        await stage.UntilAsync("and backward", () => controller.PlaybackTime < start.AddSeconds(2) && Newest(diary) < start.AddSeconds(3), TimeSpan.FromSeconds(15), () => $"{Newest(diary) - start}");
        controller.PlaybackMode = PlaybackController.PlaybackModeType.Stop;
        var stood = controller.PlaybackTime;
        await Task.Delay(300);
        stage.Check("and stands", controller.PlaybackTime == stood);
        stage.Shoot("playing");

        var edge = DateTime.UtcNow.AddHours(-26).AddSeconds(-4);
        controller.PlaybackTime = edge;
        await stage.UntilAsync("the picture before the gap is shown", () => Newest(diary) <= edge && edge - Newest(diary) < TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(15), () => $"{Newest(diary) - edge}");
        controller.PlaybackMode = PlaybackController.PlaybackModeType.Forward;
        await stage.UntilAsync("a gap is skipped", () => Newest(diary) > edge.AddMinutes(29) && Newest(diary) < edge.AddMinutes(31), TimeSpan.FromSeconds(20), () => $"{Newest(diary) - edge}");
        controller.PlaybackMode = PlaybackController.PlaybackModeType.Stop;
        controller.PlaybackSpeed = 1;
    }

    private static DateTime Newest(ViewerDiary diary) => diary.Recorded is [.., var last] ? last : DateTime.MinValue;
}
