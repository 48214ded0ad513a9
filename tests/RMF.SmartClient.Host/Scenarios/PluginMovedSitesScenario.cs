using System.Windows.Controls;
using RMF.SmartClient.Host.Sites;
using RMF.SmartClient.Host.Windows;

namespace RMF.SmartClient.Host.Scenarios;

/// <summary>Both sites have new addresses, and the plugin's own copy of the policy names the old ones: it finds the policy that was published since.</summary>
internal sealed class PluginMovedSitesScenario : PluginScenario
{
    public override string Name => "plugin-moved-sites";

    public override LabOptions Sites => base.Sites with { KeepsAddresses = false };

    public override async Task RunAsync(Stage stage)
    {
        await ShowAsync(stage, 1, 1, "Gate 1");
        var window = new SettingsWindow(stage.Plugins[0].SettingsPanelPlugins[0]);
        window.Show();
        await stage.UntilAsync("both sites were asked and are connected", () => Stage.TextsOf(window).Count(t => t == "connected") == 2, TimeSpan.FromSeconds(30), () => string.Join(" | ", Stage.TextsOf(window)));
        stage.Check("the policy of now is in force", Stage.TextsOf(window).Any(t => t == stage.Lab.Serial.ToString(System.Globalization.CultureInfo.InvariantCulture)), string.Join(" | ", Stage.TextsOf(window)));
        window.Close();
    }
}
