using RMF.SmartClient.Host.Windows;

namespace RMF.SmartClient.Host.Scenarios;

/// <summary>The plugin is loaded by its plugin.def, brings a view item and a settings panel, and a tile without a camera says so.</summary>
internal sealed class PluginLoadedScenario : Scenario
{
    public override string Name => "plugin-loaded";

    public override bool NeedsPlugin => true;

    public override async Task RunAsync(Stage stage)
    {
        stage.Check("one plugin is there", stage.Plugins.Count == 1, string.Join(", ", stage.Plugins.Select(p => $"{p.Name} {p.VersionString}")));
        var plugin = stage.Plugins[0];
        stage.Check("it names itself", plugin.Id != Guid.Empty && plugin.Name.Length > 0 && plugin.Manufacturer.Length > 0);
        stage.Check("it has an icon", plugin.Icon is { Width: > 0 });
        stage.Check("it brings a view item", plugin.ViewItemPlugins is [{ IconSource: not null }]);
        stage.Check("and a settings panel", plugin.SettingsPanelPlugins is [{ Title.Length: > 0 }]);
        stage.Window.Show(1, 1, [TileContent.Of(plugin.ViewItemPlugins[0])]);
        await stage.DrawnAsync();
        stage.Check("a tile without a camera says what to do", Stage.TextsOf(stage.Window.Tiles[0]).Any(t => t.Contains("camera", StringComparison.OrdinalIgnoreCase)), string.Join(" | ", Stage.TextsOf(stage.Window.Tiles[0])));
        stage.Shoot("empty");
    }
}
