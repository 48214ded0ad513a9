using System.Windows.Controls.Primitives;
using RMF.SmartClient.Host.Input;
using RMF.SmartClient.Host.Seeing;

namespace RMF.SmartClient.Host.Scenarios;

/// <summary>An operator's mouse shows a tile's buttons, changes the side, and gives the tile back.</summary>
internal sealed class PluginButtonsScenario : PluginScenario
{
    public override string Name => "plugin-buttons";

    public override async Task RunAsync(Stage stage)
    {
        await ShowAsync(stage, 1, 2, "Gate 1", "Fence north 1");
        var tile = stage.Window.Tiles[0];
        await Hands.MoveAsync(tile);
        await stage.UntilAsync("the pointer brings the buttons", () => Buttons(tile).Count >= 2, TimeSpan.FromSeconds(3), () => Names(tile));
        stage.Check("a tile without the pointer has none", Buttons(stage.Window.Tiles[1]).Count == 0);
        stage.Shoot("buttons");

        await PressAsync(stage, tile, "Other side");
        await stage.UntilAsync("the button shows the other side", () => Eyes.SideOf(tile) == Secondary, TimeSpan.FromSeconds(5), () => SidesOf(stage));
        await Task.Delay(6000);
        stage.Check("it stays there although the primary is well", Eyes.SideOf(tile) == Secondary, SidesOf(stage));
        stage.Check("the other tile is not touched", Eyes.SideOf(stage.Window.Tiles[1]) == Primary, SidesOf(stage));

        await PressAsync(stage, tile, "Automatic");
        await stage.UntilAsync("another button gives it back, and it goes home", () => Eyes.SideOf(tile) == Primary, TimeSpan.FromSeconds(20), () => SidesOf(stage));
    }

    private static IReadOnlyList<ButtonBase> Buttons(Windows.ViewTile tile) => [.. Eyes.Below<ToggleButton>(tile).Where(b => b.IsVisible)];

    private static string Names(Windows.ViewTile tile) => string.Join(", ", Buttons(tile).Select(b => b.Content));
}
