using System.Windows.Controls;
using System.Windows.Input;
using RMF.SmartClient.Host.Input;
using RMF.SmartClient.Host.Windows;
using VideoOS.Platform;
using VideoOS.Platform.Fake;

namespace RMF.SmartClient.Host.Scenarios;

/// <summary>A real mouse changes the mode, a real keyboard types a time.</summary>
internal sealed class HandsScenario : Scenario
{
    public override string Name => "hands";

    public override async Task RunAsync(Stage stage)
    {
        stage.Window.Show(1, 1, [TileContent.BuiltIn(stage.Camera(stage.Lab.Primary, "Gate 1"))]);
        await stage.DrawnAsync();
        await Hands.ClickAsync(Stage.Find<Button>(stage.Window, "ModePlayback")!);
        await stage.UntilAsync("a click changes to playback", () => EnvironmentManager.Instance.Mode == Mode.ClientPlayback, TimeSpan.FromSeconds(5));
        await stage.DrawnAsync();
        var box = Stage.Find<TextBox>(stage.Window, "Goto")!;
        var wanted = DateTime.UtcNow.Date.AddHours(-3);
        await Hands.ClickAsync(box);
        await Hands.TypeAsync(wanted.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture));
        await Hands.PressAsync(Key.Enter);
        await stage.UntilAsync("a typed time is gone to", () => FakeSession.Playback.Common.PlaybackTime == wanted, TimeSpan.FromSeconds(5), () => $"'{box.Text}', {FakeSession.Playback.Common.PlaybackTime:O}");
        stage.Shoot("typed");
        await Hands.ClickAsync(Stage.Find<Button>(stage.Window, "ModeLive")!);
        await stage.UntilAsync("a click changes back to live", () => EnvironmentManager.Instance.Mode == Mode.ClientLive, TimeSpan.FromSeconds(5));
    }
}
