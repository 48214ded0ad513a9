using System.IO;
using System.Windows.Input;
using RMF.SmartClient.Host.Input;
using RMF.Simulator;

namespace RMF.SmartClient.Host.Scenarios;

/// <summary>An operator keeps the picture that a tile shows: the dialog asks where, and the file holds the picture of the side that was shown.</summary>
internal sealed class PluginSnapshotScenario : PluginScenario
{
    public override string Name => "plugin-snapshot";

    public override async Task RunAsync(Stage stage)
    {
        await ShowAsync(stage, 1, 1, "Gate 1");
        var tile = stage.Window.Tiles[0];
        var folder = Directory.CreateTempSubdirectory("rmf-snapshot-");
        var path = Path.Combine(folder.FullName, "gate.jpg");
        await PressAsync(stage, tile, "Snapshot");

        // The dialog is Windows' own: it takes the keyboard when it is there, and there is nothing in it to look for.
        await Task.Delay(TimeSpan.FromSeconds(3));
        stage.Shoot("dialog");
        await Hands.PressAsync(Key.LeftCtrl, Key.A);
        await Hands.TypeAsync(path);
        await Hands.PressAsync(Key.Enter);
        await stage.UntilAsync("the file is written", () => File.Exists(path), TimeSpan.FromSeconds(10), () => SidesOf(stage));
        await stage.UntilAsync("the tile says where it is", () => Says(tile, path), TimeSpan.FromSeconds(5), () => SidesOf(stage));
        SimulatedPicture? picture = null;
        stage.Check("it is the picture of the side that was shown", File.Exists(path) && SimulatedPicture.TryRead(await File.ReadAllBytesAsync(path), out picture) && picture.Side == Primary, $"{picture}");
        await stage.ShootDrawnAsync("written");
        folder.Delete(recursive: true);
    }
}
