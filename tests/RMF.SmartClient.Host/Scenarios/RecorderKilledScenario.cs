using RMF.SmartClient.Host.Windows;
using RMF.Simulator;

namespace RMF.SmartClient.Host.Scenarios;

/// <summary>A recorder dies and comes back under the client's own viewer: frames stop, and come again by themselves.</summary>
internal sealed class RecorderKilledScenario : Scenario
{
    public override string Name => "recorder-killed";

    public override async Task RunAsync(Stage stage)
    {
        var camera = stage.Camera(stage.Lab.Primary, "Gate 1");
        stage.Window.Show(1, 1, [TileContent.BuiltIn(camera)]);
        var viewer = stage.Window.Tiles[0].BuiltIn!;
        var diary = new ViewerDiary(viewer);
        await stage.UntilAsync("frames come", () => diary.Displayed > 5, TimeSpan.FromSeconds(15));
        stage.Check("the connection was granted once", diary.Answers is [true], string.Join(",", diary.Answers));

        var recorder = stage.Client.Tree.PlaceOf(camera).Camera.RecorderId;
        stage.Lab.Primary.Server.Faults.Add(Fault.OfStream(FaultKind.StreamKill, recorder));
        await stage.UntilAsync("the viewer says that the server is lost", () => viewer.Viewer.Words.Length > 0, TimeSpan.FromSeconds(10), () => viewer.Viewer.Words);
        var stopped = diary.Displayed;
        await Task.Delay(1000);
        stage.Check("no frame comes while it is dead", diary.Displayed <= stopped + 1);
        stage.Shoot("dead");

        stage.Lab.Primary.Server.Faults.Clear();
        await stage.UntilAsync("frames come again", () => diary.Displayed > stopped + 5, TimeSpan.FromSeconds(20));
        stage.Check("the new connection was granted too", diary.Answers is [true, true], string.Join(",", diary.Answers));
    }
}
