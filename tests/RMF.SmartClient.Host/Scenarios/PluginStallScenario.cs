using RMF.Simulator;

namespace RMF.SmartClient.Host.Scenarios;

/// <summary>A stream stays open and brings no more frames: the tile goes to the secondary within the reaction time and a little.</summary>
internal sealed class PluginStallScenario : PluginScenario
{
    public override string Name => "plugin-stall";

    public override async Task RunAsync(Stage stage)
    {
        await ShowAsync(stage, 1, 2, "Gate 1", "Fence north 1");
        await Task.Delay(4000);
        var stalled = stage.Camera(stage.Lab.Primary, "Gate 1").FQID.ObjectId.ToString();
        stage.Lab.Primary.Server.Faults.Add(Fault.OfStream(FaultKind.StreamStall, stalled));
        await stage.UntilAsync("the tile whose stream stalled shows the secondary", () => Seeing.Eyes.SideOf(stage.Window.Tiles[0]) == Secondary, TimeSpan.FromSeconds(4), () => SidesOf(stage));
        stage.Check("the other one shows the primary", Seeing.Eyes.SideOf(stage.Window.Tiles[1]) == Primary, SidesOf(stage));
        stage.Shoot("stalled");
        stage.Lab.Primary.Server.Faults.Clear();
        await AllShowAsync(stage, Primary, "it goes home when frames come again", TimeSpan.FromSeconds(40));
    }
}
