using RMF.SmartClient.Host.Windows;
using RMF.Simulator;
using VideoOS.Platform.Live;

namespace RMF.SmartClient.Host.Scenarios;

/// <summary>A recorder loses its camera: the viewer and the live source say so, the connection stays.</summary>
internal sealed class CameraLostScenario : Scenario
{
    public override string Name => "camera-lost";

    public override async Task RunAsync(Stage stage)
    {
        var camera = stage.Camera(stage.Lab.Primary, "Gate 1");
        stage.Window.Show(1, 1, [TileContent.BuiltIn(camera)]);
        var viewer = stage.Window.Tiles[0].BuiltIn!;
        var diary = new ViewerDiary(viewer);
        var source = new JPEGLiveSource(camera) { LiveModeStart = true, KeyFramesOnly = true };
        var (flags, pictures) = ((StatusFlags)0, 0);
        source.LiveStatusEvent += (_, e) => flags = ((LiveStatusEventArgs)e).CurrentStatusFlags;
        source.LiveContentEvent += (_, e) => Interlocked.Add(ref pictures, ((LiveContentEventArgs)e).LiveContent is { Content.Length: > 0, Width: 1024 } ? 1 : 0);
        source.Init();
        await stage.UntilAsync("frames come, and pictures to the live source", () => diary.Displayed > 16 && pictures > 0, TimeSpan.FromSeconds(15));
        stage.Check("key frames come about once a second", pictures < viewer.Viewer.Arrived / 2, $"{pictures} of {viewer.Viewer.Arrived}");
        stage.Check("the feed is live", flags.HasFlag(StatusFlags.LiveFeed), flags.ToString());

        stage.Lab.Primary.Server.Faults.Add(Fault.CameraUnreachable("10.20.11.21"));
        await stage.UntilAsync("the live source says that the camera is lost", () => flags.HasFlag(StatusFlags.CameraConnectionLost), TimeSpan.FromSeconds(10), () => flags.ToString());
        await stage.UntilAsync("the viewer tells it as stream information", () => diary.Told.Count > 0, TimeSpan.FromSeconds(5), () => string.Join("", diary.Told.Take(1)));

        stage.Lab.Primary.Server.Faults.Clear();
        await stage.UntilAsync("and that it is back", () => !flags.HasFlag(StatusFlags.CameraConnectionLost) && flags.HasFlag(StatusFlags.LiveFeed), TimeSpan.FromSeconds(10), () => flags.ToString());
        source.Close();
    }
}
