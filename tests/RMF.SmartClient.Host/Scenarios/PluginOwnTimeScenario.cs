using RMF.SmartClient.Host.Seeing;
using VideoOS.Platform.Fake;

namespace RMF.SmartClient.Host.Scenarios;

/// <summary>A tile shows recordings at a time of its own while the others stay live.</summary>
internal sealed class PluginOwnTimeScenario : PluginScenario
{
    public override string Name => "plugin-own-time";

    public override async Task RunAsync(Stage stage)
    {
        await ShowAsync(stage, 1, 2, "Gate 1", "Fence north 1");
        var (own, other) = (stage.Window.Tiles[0], stage.Window.Tiles[1]);
        await Input.Hands.MoveAsync(own);
        var name = Eyes.Below<System.Windows.Controls.Primitives.ToggleButton>(own).LastOrDefault(b => b.IsVisible)?.Content as string ?? "";
        await PressAsync(stage, own, name);
        await stage.UntilAsync("it has a controller of its own", () => FakeSession.Playback.Made == 1, TimeSpan.FromSeconds(5), () => ButtonsOf(own));
        await stage.UntilAsync("it has a timeline", () => Eyes.Below<FakePlaybackStrip>(own).Any(s => s.IsVisible), TimeSpan.FromSeconds(5));
        await stage.UntilAsync("the other tile is live", () => Eyes.Look(other) is { Side: Primary } seen && DateTime.UtcNow - seen.Time.UtcDateTime < TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10), () => $"{Eyes.Look(other)}");
        stage.Shoot("own");
        await PressAsync(stage, own, name);
        await stage.UntilAsync("it is live again, and the controller is gone", () => FakeSession.Playback.Made == 0 && Eyes.SideOf(own) == Primary, TimeSpan.FromSeconds(15), () => SidesOf(stage));
    }
}
