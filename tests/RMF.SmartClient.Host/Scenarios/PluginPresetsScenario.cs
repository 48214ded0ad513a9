using System.Windows;
using System.Windows.Controls;
using RMF.SmartClient.Host.Input;
using RMF.SmartClient.Host.Seeing;

namespace RMF.SmartClient.Host.Scenarios;

/// <summary>The list of presets opens from a tile; going to one moves the cameras' side that is shown, and adding one adds it on both sides.</summary>
internal sealed class PluginPresetsScenario : PluginScenario
{
    private const string Presets = "ptzPresets";

    public override string Name => "plugin-presets";

    public override async Task RunAsync(Stage stage)
    {
        await ShowAsync(stage, 1, 1, "Dome north");
        await PressAsync(stage, stage.Window.Tiles[0], "Presets");
        Window? window = null;
        if (!await stage.UntilAsync("the list of presets opens", () => (window = Application.Current.Windows.OfType<Window>().FirstOrDefault(w => w.GetType().Name == "PresetsWindow" && w.IsVisible)) is not null, TimeSpan.FromSeconds(10)))
        {
            return;
        }

        window!.Topmost = true;
        ListView Rows() => Stage.Find<ListView>(window, "Rows")!;
        await stage.UntilAsync("it lists the presets of both sides", () => Rows().Items.Count >= 2, TimeSpan.FromSeconds(20), () => string.Join(" | ", Stage.TextsOf(window)));
        Rows().SelectedIndex = 1;
        await stage.DrawnAsync();
        stage.Shoot("list");
        await Hands.ClickAsync(Stage.Find<Button>(window, "Go to")!);
        await stage.UntilAsync("a side goes to the preset", () => stage.Lab.Primary.Server.Requests.Writes().Concat(stage.Lab.Secondary.Server.Requests.Writes()).Any(r => r.Target.Contains(Presets, StringComparison.OrdinalIgnoreCase)),
            TimeSpan.FromSeconds(15), () => string.Join(" | ", Stage.TextsOf(window)));

        await Hands.ClickAsync(Stage.Find<TextBox>(window, "NewName")!);
        await Hands.TypeAsync("Pier 7");
        await Hands.ClickAsync(Stage.Find<Button>(window, "Add")!);
        await stage.UntilAsync("a typed preset is added to the list", () => Stage.TextsOf(window).Any(t => t == "Pier 7"), TimeSpan.FromSeconds(30), () => string.Join(" | ", Stage.TextsOf(window)));
        stage.Check("both sites have it", Has(stage.Lab.Primary) && Has(stage.Lab.Secondary));
        stage.Shoot("added");
        window.Close();

        static bool Has(Sites.ClientSite site) => site.Server.Data.List(Presets).Any(p => p.Name == "Pier 7");
    }
}
