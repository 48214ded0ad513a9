using RMF.SmartClient.Host.Seeing;
using RMF.SmartClient.Host.Windows;
using VideoOS.Platform;

namespace RMF.SmartClient.Host.Scenarios;

/// <summary>The client's own viewers show live video of both sites, and the screen says so.</summary>
internal sealed class BuiltInViewerScenario : Scenario
{
    private const int Frames = 10;

    public override string Name => "built-in-viewer";

    public override async Task RunAsync(Stage stage)
    {
        var home = stage.Camera(stage.Lab.Primary, "Gate 1");
        var away = stage.Other(home)!;
        stage.Window.Show(1, 2, [TileContent.BuiltIn(home), TileContent.BuiltIn(away)]);
        var (one, two) = (stage.Window.Tiles[0], stage.Window.Tiles[1]);
        await stage.UntilAsync("ten frames were shown of each", () => one.BuiltIn!.Viewer.Displayed >= Frames && two.BuiltIn!.Viewer.Displayed >= Frames, TimeSpan.FromSeconds(15));
        await stage.UntilAsync("the left tile shows the primary", () => Eyes.SideOf(one) == "PRIMARY", TimeSpan.FromSeconds(5), () => $"{Eyes.Look(one)}");
        await stage.UntilAsync("the right tile shows the secondary", () => Eyes.SideOf(two) == "SECONDARY", TimeSpan.FromSeconds(5), () => $"{Eyes.Look(two)}");
        stage.Shoot("live");

        stage.Client.Mode = Mode.ClientSetup;
        await stage.UntilAsync("nothing plays in setup", () => !one.BuiltIn!.Viewer.IsLive, TimeSpan.FromSeconds(2));
        stage.Client.Mode = Mode.ClientLive;
        var before = one.BuiltIn!.Viewer.Displayed;
        await stage.UntilAsync("live video comes back", () => one.BuiltIn!.Viewer.Displayed > before + Frames, TimeSpan.FromSeconds(15));
        stage.Measure("longest block of the user interface", stage.Watch.Longest.TotalMilliseconds, "ms");
    }
}
