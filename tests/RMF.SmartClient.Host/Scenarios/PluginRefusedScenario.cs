using RMF.Simulator;

namespace RMF.SmartClient.Host.Scenarios;

/// <summary>The primary's recorder refuses a stream while a view is opened: the tile shows the secondary, and the primary once it is allowed.</summary>
internal sealed class PluginRefusedScenario : PluginScenario
{
    public override string Name => "plugin-refused";

    public override async Task RunAsync(Stage stage)
    {
        stage.Lab.Primary.Server.Faults.Add(Fault.OfStream(FaultKind.StreamRefuse, stage.Camera(stage.Lab.Primary, "Gate 1").FQID.ObjectId.ToString()));
        stage.Window.Show(1, 2, [TileOf(stage, "Gate 1"), TileOf(stage, "Fence north 1")]);
        await stage.UntilAsync("the refused tile shows the secondary", () => Seeing.Eyes.SideOf(stage.Window.Tiles[0]) == Secondary, TimeSpan.FromSeconds(15), () => SidesOf(stage));
        await stage.UntilAsync("the other one shows the primary", () => Seeing.Eyes.SideOf(stage.Window.Tiles[1]) == Primary, TimeSpan.FromSeconds(5), () => SidesOf(stage));
        stage.Lab.Primary.Server.Faults.Clear();
        await AllShowAsync(stage, Primary, "it goes home when it is allowed", TimeSpan.FromSeconds(40));
    }
}
