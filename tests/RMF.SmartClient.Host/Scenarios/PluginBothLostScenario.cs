using RMF.Simulator;

namespace RMF.SmartClient.Host.Scenarios;

/// <summary>Both sides are gone: the tile keeps the last picture and says so, and takes the first side that comes back.</summary>
internal sealed class PluginBothLostScenario : PluginScenario
{
    public override string Name => "plugin-both-lost";

    public override async Task RunAsync(Stage stage)
    {
        await ShowAsync(stage, 1, 1, "Gate 1");
        await Task.Delay(1500);
        var tile = stage.Window.Tiles[0];
        var camera = stage.Camera(stage.Lab.Primary, "Gate 1");
        stage.Lab.Secondary.Server.Faults.Add(Fault.OfStream(FaultKind.StreamKill, SecondaryRecorder));
        stage.Lab.Primary.Server.Faults.Add(Fault.OfStream(FaultKind.StreamKill, RecorderOf(stage, camera)));
        await stage.UntilAsync("the tile says that no side has a picture", () => Says(tile, "last picture") || Says(tile, "no picture") || Says(tile, "both"), TimeSpan.FromSeconds(10), () => SidesOf(stage));
        stage.Check("the last picture stays on the screen", Stage.Find<System.Windows.Controls.Image>(tile, "LastPicture") is { IsVisible: true, Source: not null }, SidesOf(stage));
        await stage.ShootDrawnAsync("lost");

        stage.Lab.Secondary.Server.Faults.Clear();
        await stage.UntilAsync("the side that comes back is shown", () => Seeing.Eyes.SideOf(tile) == Secondary, TimeSpan.FromSeconds(20), () => SidesOf(stage));
        stage.Check("and nothing is left of the last picture", Stage.Find<System.Windows.Controls.Image>(tile, "LastPicture") is not { IsVisible: true }, SidesOf(stage));
        stage.Lab.Primary.Server.Faults.Clear();
        await stage.UntilAsync("and the primary after it", () => Seeing.Eyes.SideOf(tile) == Primary, TimeSpan.FromSeconds(30), () => SidesOf(stage));
    }
}
