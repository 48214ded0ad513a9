using RMF.SmartClient.Host.Windows;
using RMF.Simulator;

namespace RMF.SmartClient.Host.Scenarios;

/// <summary>A recorder refuses a camera's stream, and later allows it.</summary>
internal sealed class RefusedScenario : Scenario
{
    public override string Name => "refused";

    public override async Task RunAsync(Stage stage)
    {
        var camera = stage.Camera(stage.Lab.Primary, "Gate 1");
        stage.Lab.Primary.Server.Faults.Add(Fault.OfStream(FaultKind.StreamRefuse, camera.FQID.ObjectId.ToString()));
        stage.Window.Show(1, 1, [TileContent.BuiltIn(camera)]);
        var diary = new ViewerDiary(stage.Window.Tiles[0].BuiltIn!);
        await stage.UntilAsync("the connection is refused", () => diary.Answers is [false, ..], TimeSpan.FromSeconds(10));
        stage.Check("and nothing is shown", diary.Displayed == 0);

        stage.Lab.Primary.Server.Faults.Clear();
        await stage.UntilAsync("it is granted by itself later", () => diary.Answers is [.., true] && diary.Displayed > 5, TimeSpan.FromSeconds(20));
    }
}
