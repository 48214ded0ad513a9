using System.Windows.Controls;
using RMF.SmartClient.Host.Input;
using RMF.SmartClient.Host.Windows;

namespace RMF.SmartClient.Host.Scenarios;

/// <summary>The settings panel says which policy is in force, where it was read, and how the sites are.</summary>
internal sealed class PluginSettingsScenario : PluginScenario
{
    public override string Name => "plugin-settings";

    public override async Task RunAsync(Stage stage)
    {
        await ShowAsync(stage, 1, 1, "Gate 1");
        var window = new SettingsWindow(stage.Plugins[0].SettingsPanelPlugins[0]);
        window.Show();
        await stage.UntilAsync("the panel names the policy", () => Stage.Find<TextBlock>(window, "PolicyName")?.Text == "harbour", TimeSpan.FromSeconds(20), () => string.Join(" | ", Stage.TextsOf(window)));
        await stage.UntilAsync("it tells how many pairs there are", () => Has(window, $"{stage.Lab.Pairs.Count}"), TimeSpan.FromSeconds(5), () => string.Join(" | ", Stage.TextsOf(window)));
        await stage.UntilAsync("it names both sites", () => Has(window, "harbour") && Has(window, "inland"), TimeSpan.FromSeconds(10), () => string.Join(" | ", Stage.TextsOf(window)));
        await stage.ShootDrawnAsync("settings");
        await Hands.ClickAsync(Stage.Find<Button>(window, "SettingsOk")!);
        await stage.UntilAsync("OK closes it", () => !window.IsVisible, TimeSpan.FromSeconds(5));
    }

    private static bool Has(SettingsWindow window, string words) => Stage.TextsOf(window).Any(t => t.Contains(words, StringComparison.Ordinal));
}
