using System.Windows;
using System.Windows.Controls.Primitives;
using RMF.SmartClient.Host.Input;
using RMF.SmartClient.Host.Seeing;
using RMF.SmartClient.Host.Sites;
using RMF.SmartClient.Host.Windows;
using VideoOS.Platform;

namespace RMF.SmartClient.Host.Scenarios;

/// <summary>A scenario of the plugin's tiles, under a policy that reacts and returns quickly.</summary>
internal abstract class PluginScenario : Scenario
{
    protected const string Primary = "PRIMARY";
    protected const string Secondary = "SECONDARY";

    /// <summary>Recorders of the primary; the secondary has one.</summary>
    protected static readonly string[] PrimaryRecorders = ["REC-A1", "REC-A2"];

    protected const string SecondaryRecorder = "REC-B1";

    public override bool NeedsPlugin => true;

    public override TimeSpan Limit => TimeSpan.FromSeconds(120);

    public override LabOptions Sites => new()
    {
        MorePolicy = """
            live:
              reactionTime: 1s
              failback: { policy: validated, validateFor: 3s }
              dwell: 2s
              overlay: onFailover
            """,
    };

    /// <summary>A tile as a view keeps it: both cameras, so that live video needs no policy.</summary>
    protected static TileContent TileOf(Stage stage, string camera)
    {
        var home = stage.Camera(stage.Lab.Primary, camera);
        var properties = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["rmf.version"] = "1",
            ["rmf.primary"] = $"{stage.Lab.Primary.Id}/{home.FQID.ObjectId}",
            ["rmf.secondary"] = stage.Other(home) is { } away ? $"{stage.Lab.Secondary.Id}/{away.FQID.ObjectId}" : "",
            ["rmf.name"] = home.Name,
        };
        return TileContent.Of(stage.Plugins[0].ViewItemPlugins[0], properties);
    }

    /// <summary>Shows tiles and waits until the screen shows the primary in all of them.</summary>
    protected static async Task<bool> ShowAsync(Stage stage, int rows, int columns, params string[] cameras)
    {
        stage.Window.Show(rows, columns, cameras.Select(c => TileOf(stage, c)));
        return await AllShowAsync(stage, Primary, "all tiles show the primary", TimeSpan.FromSeconds(20));
    }

    /// <summary>Waits until the pixels of all tiles are of one side's pictures.</summary>
    protected static Task<bool> AllShowAsync(Stage stage, string side, string what, TimeSpan limit) =>
        stage.UntilAsync(what, async () => (await Eyes.SidesOfAsync(stage.Window.Tiles)).All(s => s == side), limit, () => SidesOf(stage));

    /// <summary>What each tile shows and says.</summary>
    protected static string SidesOf(Stage stage) =>
        string.Join(" || ", stage.Window.Tiles.Select(t => $"{(Eyes.SideOf(t) is { Length: > 0 } side ? side : "nothing")}: {string.Join(" | ", Stage.TextsOf(t))}"));

    protected static bool Says(ViewTile tile, string words) => Stage.TextsOf(tile).Any(t => t.Contains(words, StringComparison.OrdinalIgnoreCase));

    /// <summary>Brings a tile's buttons by the pointer, and clicks one when it can be clicked.</summary>
    protected static async Task PressAsync(Stage stage, ViewTile tile, string button)
    {
        await Hands.MoveAsync(tile);
        if (await stage.UntilAsync($"the button '{button}' is there", () => Stage.Find<ToggleButton>(tile, button) is { IsVisible: true, IsEnabled: true }, TimeSpan.FromSeconds(5), () => ButtonsOf(tile)))
        {
            await Hands.ClickAsync(Stage.Find<ToggleButton>(tile, button)!);
        }
    }

    /// <summary>Waits until a window of the plugin is open; null where none comes.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="type">The name of its class.</param>
    /// <param name="what">What the check is called.</param>
    protected static async Task<Window?> OpenedAsync(Stage stage, string type, string what)
    {
        Window? window = null;
        await stage.UntilAsync(what, () => (window = Application.Current.Windows.OfType<Window>().FirstOrDefault(w => w.GetType().Name == type && w.IsVisible)) is not null, TimeSpan.FromSeconds(10));
        if (window is not null)
        {
            window.Topmost = true;
            await stage.DrawnAsync();
        }

        return window;
    }

    /// <summary>Clicks a button of a window when it can be clicked.</summary>
    protected static async Task ClickAsync(Stage stage, Window window, string button)
    {
        if (await stage.UntilAsync($"'{button}' can be clicked", () => Stage.Find<ButtonBase>(window, button) is { IsVisible: true, IsEnabled: true }, TimeSpan.FromSeconds(10), () => TextOf(window)))
        {
            await Hands.ClickAsync(Stage.Find<ButtonBase>(window, button)!);
        }
    }

    /// <summary>Everything that a window says.</summary>
    protected static string TextOf(Window window) => string.Join(" | ", Stage.TextsOf(window));

    protected static string ButtonsOf(ViewTile tile) => string.Join(", ", Eyes.Below<ToggleButton>(tile).Where(b => b.IsVisible).Select(b => $"{b.Content}{(b.IsEnabled ? "" : " (off)")}"));

    /// <summary>A site has done what a request asked for.</summary>
    protected static bool HasDone(ClientSite site, string words) => Count(site, words) > 0;

    protected static int Count(ClientSite site, string words) =>
        site.Server.Requests.Writes().Count(r => r.Status is >= 200 and < 300 && $"{r.Target} {r.Route} {r.Operation}".Contains(words, StringComparison.OrdinalIgnoreCase));

    protected static string RecorderOf(Stage stage, Item camera) => stage.Client.Tree.PlaceOf(camera).Camera.RecorderId;
}
