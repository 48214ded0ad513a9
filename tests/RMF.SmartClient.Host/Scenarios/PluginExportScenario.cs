using System.IO;
using System.Windows;
using System.Windows.Controls;
using RMF.SmartClient.Host.Input;
using VideoOS.Platform;
using VideoOS.Platform.Fake;

namespace RMF.SmartClient.Host.Scenarios;

/// <summary>An operator exports around the begin of a gap of the primary: the secondary has all of it and is taken, the files are written and agree with their manifest.</summary>
internal sealed class PluginExportScenario : PluginScenario
{
    public override string Name => "plugin-export";

    public override async Task RunAsync(Stage stage)
    {
        await ShowAsync(stage, 1, 1, "Fence north 1");
        var tile = stage.Window.Tiles[0];
        stage.Client.Mode = Mode.ClientPlayback;
        FakeSession.Playback.Common.PlaybackTime = DateTime.UtcNow.AddHours(-26);
        await stage.UntilAsync("recorded video is shown", () => Seeing.Eyes.SideOf(tile).Length > 0, TimeSpan.FromSeconds(20), () => SidesOf(stage));
        await PressAsync(stage, tile, "Export");
        if (await OpenedAsync(stage, "ExportWindow", "the window for exports opens") is not { } window)
        {
            return;
        }

        await stage.UntilAsync("the plan takes the side that has all of it", () => Stage.Find<ListView>(window, "Segments") is { Items.Count: 1 } && TextOf(window).Contains("The secondary has all of it", StringComparison.Ordinal), TimeSpan.FromSeconds(20), () => TextOf(window));
        var folder = Directory.CreateTempSubdirectory("rmf-export-");
        await Hands.ClickAsync(Stage.Find<TextBox>(window, "Folder")!);
        await Hands.TypeAsync(folder.FullName);
        await stage.ShootDrawnAsync("plan");
        await ClickAsync(stage, window, "Export");
        await stage.UntilAsync("the export is written, with its manifest", () => folder.GetFiles("*.json", SearchOption.AllDirectories).Length > 0 && !IsBusy(window), TimeSpan.FromSeconds(30), () => TextOf(window));
        stage.Check("there is a video file", folder.GetFiles("*.avi", SearchOption.AllDirectories) is [{ Length: > 0 }], string.Join(", ", folder.GetFiles("*", SearchOption.AllDirectories).Select(f => $"{f.Name} {f.Length}")));
        await ClickAsync(stage, window, "Check");
        await stage.UntilAsync("the files agree with their manifest", () => Message(window) == "The files are as they were written.", TimeSpan.FromSeconds(20), () => TextOf(window));
        await stage.ShootDrawnAsync("written");
        window.Close();
        folder.Delete(recursive: true);
        stage.Client.Mode = Mode.ClientLive;
    }

    private static bool IsBusy(Window window) => Stage.Find<System.Windows.Controls.Primitives.ButtonBase>(window, "Cancel") is { IsEnabled: true };

    private static string Message(Window window) => Stage.Find<TextBlock>(window, "Message")?.Text ?? "";
}
