using System.Windows;
using System.Windows.Controls;
using RMF.SmartClient.Host.Input;
using RMF.SmartClient.Host.Seeing;
using RMF.SmartClient.Host.Windows;
using VideoOS.Platform;
using VideoOS.Platform.UI;

namespace RMF.SmartClient.Host.Scenarios;

/// <summary>A tile is put into a view and given a camera by mouse; the view keeps it, and live video shows it.</summary>
internal sealed class PluginSetupScenario : PluginScenario
{
    public override string Name => "plugin-setup";

    public override async Task RunAsync(Stage stage)
    {
        stage.Client.Mode = Mode.ClientSetup;
        stage.Window.Show(1, 1, [TileContent.Of(stage.Plugins[0].ViewItemPlugins[0])]);
        var tile = stage.Window.Tiles[0];
        stage.Window.Select(tile);
        await stage.DrawnAsync();
        var choose = Stage.Find<Button>(stage.Window, "ChooseCamera");
        if (!stage.Check("setup offers to choose a camera", choose is not null))
        {
            return;
        }

        // The picker is a dialog: the click returns when it is closed, so what is done in it is done meanwhile.
        var picked = PickAsync(stage, "Gate 1");
        await Hands.ClickAsync(choose!);
        await picked;
        await stage.UntilAsync("the button names the camera", () => choose!.Content as string == "Gate 1", TimeSpan.FromSeconds(5), () => $"{choose!.Content}");
        stage.Check("the view keeps it", tile.Stored.TryGetValue("rmf.name", out var name) && name == "Gate 1", string.Join(", ", tile.Stored.Select(p => $"{p.Key}={p.Value}")));
        stage.Shoot("chosen");
        var stored = tile.Stored.ToDictionary(StringComparer.Ordinal);

        stage.Client.Mode = Mode.ClientLive;
        await AllShowAsync(stage, Primary, "live video shows it", TimeSpan.FromSeconds(15));
        stage.Window.Show(1, 1, [TileContent.Of(stage.Plugins[0].ViewItemPlugins[0], stored)]);
        await AllShowAsync(stage, Primary, "and again when the view is opened anew", TimeSpan.FromSeconds(15));
    }

    private static async Task PickAsync(Stage stage, string camera)
    {
        ItemPickerWpfWindow? picker = null;
        await stage.UntilAsync("the picker opens", () => (picker = Application.Current.Windows.OfType<ItemPickerWpfWindow>().FirstOrDefault(w => w.IsVisible)) is not null, TimeSpan.FromSeconds(5));
        if (picker is null)
        {
            return;
        }

        picker.Topmost = true;
        await stage.DrawnAsync();
        var list = Eyes.Below<ListBox>(picker).First();
        var item = list.Items.Cast<Item>().First(i => i.Name == camera);
        list.ScrollIntoView(item);
        await stage.DrawnAsync();
        await Hands.ClickAsync((FrameworkElement)list.ItemContainerGenerator.ContainerFromItem(item));
        await Hands.ClickAsync(Eyes.Below<Button>(picker).Last());
    }
}
