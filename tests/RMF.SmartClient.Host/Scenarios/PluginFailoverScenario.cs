using RMF.Simulator;

namespace RMF.SmartClient.Host.Scenarios;

/// <summary>Two by two tiles: a recorder of the primary dies, its tiles go to the secondary, the others stay; it comes back, and they go home.</summary>
internal sealed class PluginFailoverScenario : PluginScenario
{
    public override string Name => "plugin-failover";

    public override async Task RunAsync(Stage stage)
    {
        await ShowAsync(stage, 2, 2, "Gate 1", "Fence north 1", "Dome north", "Guard house");
        stage.Check("nothing is said over a picture of the primary", stage.Window.Tiles.All(t => !Says(t, SecondaryRecorder)), SidesOf(stage));
        stage.Shoot("home");

        // The rhythm of frames of the first seconds is that of a client that starts.
        await Task.Delay(5000);
        stage.Watch.Reset();
        stage.Lab.Primary.Server.Faults.Add(Fault.OfStream(FaultKind.StreamKill, "REC-A1"));
        await AllShowAsync(stage, Secondary, "all tiles show the secondary after the recorder died", TimeSpan.FromSeconds(10));
        await stage.UntilAsync("each tile says where its picture is from", () => stage.Window.Tiles.All(t => Says(t, SecondaryRecorder)), TimeSpan.FromSeconds(3), () => SidesOf(stage));
        stage.Measure("longest block of the user interface in a failover", stage.Watch.Longest.TotalMilliseconds, "ms");
        stage.Shoot("away");

        await Task.Delay(3000);
        stage.Check("they stay there while the recorder is dead", stage.Window.Tiles.All(t => Seeing.Eyes.SideOf(t) == Secondary), SidesOf(stage));
        stage.Lab.Primary.Server.Faults.Clear();
        await AllShowAsync(stage, Primary, "all tiles go home after the recorder came back", TimeSpan.FromSeconds(30));
    }
}
