using System.Globalization;
using System.Windows;
using System.Windows.Controls;
using System.Windows.Controls.Primitives;
using RMF.SmartClient.Host.Input;
using RMF.SmartClient.Host.Seeing;
using RMF.SmartClient.Host.Sites;
using RMF.Simulator;

namespace RMF.SmartClient.Host.Scenarios;

/// <summary>
/// The presets of both sides: they differ, so the operator is asked, and the side that he chooses wins. After that the camera goes to one of the list, and
/// one that is added is added on both sides.
/// </summary>
internal sealed class PluginPresetsScenario : PluginScenario
{
    private const string Presets = "ptzPresets";
    private const string Added = "Pier 7";

    public override string Name => "plugin-presets";

    public override async Task RunAsync(Stage stage)
    {
        await ShowAsync(stage, 1, 1, "Dome north");
        await PressAsync(stage, stage.Window.Tiles[0], "Presets");
        if (await OpenedAsync(stage, "MismatchWindow", "where the sides differ, the operator is asked") is { } asking)
        {
            await DecideAsync(stage, asking);
        }

        if (await OpenedAsync(stage, "PresetsWindow", "the list of presets is open") is { } list)
        {
            await UseAsync(stage, list);
            list.Close();
        }
    }

    private static async Task DecideAsync(Stage stage, Window window)
    {
        stage.Check("the difference is shown", TextOf(window).Contains("missing on the secondary", StringComparison.Ordinal), TextOf(window));
        await ClickAsync(stage, window, "The primary wins");
        await stage.ShootDrawnAsync("differences");
        await ClickAsync(stage, window, "Apply");
        await stage.UntilAsync("the secondary has what it lacked", () => Has(stage, stage.Lab.Secondary, "North corner"), TimeSpan.FromSeconds(20), () => TextOf(window));
        await ClickAsync(stage, window, "Close");
        await stage.UntilAsync("the window closes", () => !window.IsVisible, TimeSpan.FromSeconds(5));
    }

    private static async Task UseAsync(Stage stage, Window window)
    {
        ListView Rows() => Stage.Find<ListView>(window, "Rows")!;
        await stage.UntilAsync("the list shows no difference any more", () => Rows().Items.Count == 3 && !TextOf(window).Contains("another place", StringComparison.Ordinal), TimeSpan.FromSeconds(20), () => TextOf(window));
        Rows().SelectedIndex = 1;
        await ClickAsync(stage, window, "Go to");
        await stage.UntilAsync("the camera goes to the preset, through the side that is shown", () => HasDone(stage.Lab.Primary, "task=Goto"), TimeSpan.FromSeconds(15), () => TextOf(window));
        stage.Check("and not through the other one", !HasDone(stage.Lab.Secondary, "task=Goto"));

        await Hands.ClickAsync(Stage.Find<TextBox>(window, "NewName")!);
        await Hands.TypeAsync(Added);
        await ClickAsync(stage, window, "Add");
        await stage.UntilAsync("a preset is added where the camera looks, on both sides", () => Has(stage, stage.Lab.Primary, Added) && Has(stage, stage.Lab.Secondary, Added), TimeSpan.FromSeconds(30), () => TextOf(window));
        await stage.UntilAsync("and stands in the list", () => Rows().Items.Count == 4, TimeSpan.FromSeconds(15), () => TextOf(window));
        await stage.UntilAsync("what was selected is selected still", () => Array.TrueForAll(["Go to", "Set to here", "Delete"], b => Stage.Find<ButtonBase>(window, b) is { IsEnabled: true }), TimeSpan.FromSeconds(5), () => TextOf(window));
        await stage.ShootDrawnAsync("list");
        await ChangeAsync(stage, window);
    }

    /// <summary>The preset that was added gets another place and goes again: each is asked for once more before it is done.</summary>
    private static async Task ChangeAsync(Stage stage, Window window)
    {
        stage.Client.Looking.Pan = -0.5;
        await SelectAsync(stage, window, Added);
        await ClickAsync(stage, window, "Set to here");
        await ClickAsync(stage, window, "Yes");
        await stage.UntilAsync("its place is set on both sides", () => PanOf(stage, stage.Lab.Primary) == -0.5 && PanOf(stage, stage.Lab.Secondary) == -0.5, TimeSpan.FromSeconds(20), () => TextOf(window));

        await SelectAsync(stage, window, Added);
        await ClickAsync(stage, window, "Delete");
        await ClickAsync(stage, window, "No");
        stage.Check("a no deletes nothing", Has(stage, stage.Lab.Primary, Added) && Has(stage, stage.Lab.Secondary, Added));
        await ClickAsync(stage, window, "Delete");
        await ClickAsync(stage, window, "Yes");
        await stage.UntilAsync("it is deleted on both sides", () => !Has(stage, stage.Lab.Primary, Added) && !Has(stage, stage.Lab.Secondary, Added), TimeSpan.FromSeconds(20), () => TextOf(window));
    }

    private static async Task SelectAsync(Stage stage, Window window, string preset)
    {
        TextBlock? Row() => Eyes.Below<TextBlock>(Stage.Find<ListView>(window, "Rows")!).FirstOrDefault(t => t.IsVisible && t.Text == preset);
        if (await stage.UntilAsync($"'{preset}' is in the list and nothing is under way", () => Row() is not null && Stage.Find<ButtonBase>(window, "Read again") is { IsEnabled: true }, TimeSpan.FromSeconds(20), () => TextOf(window)))
        {
            await Hands.ClickAsync(Row()!);
        }
    }

    private static double? PanOf(Stage stage, ClientSite site)
        => PresetOf(stage, site, Added) is { } preset ? Convert.ToDouble(site.Server.Data.Get(Presets, preset.Id.ToString(), "pan"), CultureInfo.InvariantCulture) : null;

    private static bool Has(Stage stage, ClientSite site, string preset) => PresetOf(stage, site, preset) is not null;

    private static DataItem? PresetOf(Stage stage, ClientSite site, string preset)
    {
        var home = stage.Camera(stage.Lab.Primary, "Dome north");
        var camera = ReferenceEquals(site, stage.Lab.Primary) ? home : stage.Other(home)!;
        return site.Server.Data.List(Presets).FirstOrDefault(p => p.Name == preset && p.ParentId == camera.FQID.ObjectId);
    }
}
