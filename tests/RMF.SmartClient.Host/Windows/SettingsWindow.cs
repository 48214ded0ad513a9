using System.Windows;
using System.Windows.Automation;
using System.Windows.Controls;
using VideoOS.Platform.Client;

namespace RMF.SmartClient.Host.Windows;

/// <summary>The client's settings with one plugin's panel. Belongs to its thread.</summary>
internal sealed class SettingsWindow : Window
{
    private readonly SettingsPanelPlugin plugin;
    private readonly TextBlock problem = new() { Margin = new Thickness(8), TextWrapping = TextWrapping.Wrap };

    public SettingsWindow(SettingsPanelPlugin plugin)
    {
        this.plugin = plugin;
        Title = plugin.Title;
        FontFamily = new("Segoe UI");
        WindowStyle = WindowStyle.None;
        Left = 300;
        Top = 100;
        Width = 900;
        Height = 760;
        Topmost = true;
        var ok = new Button { Content = "OK", MinWidth = 80, Margin = new Thickness(8), HorizontalAlignment = HorizontalAlignment.Right };
        AutomationProperties.SetAutomationId(ok, "SettingsOk");
        ok.Click += (_, _) => Save();
        var all = new DockPanel();
        DockPanel.SetDock(ok, Dock.Bottom);
        DockPanel.SetDock(problem, Dock.Bottom);
        all.Children.Add(ok);
        all.Children.Add(problem);
        Panel = plugin.GenerateUserControl();
        all.Children.Add(Panel);
        Content = all;
        Closed += (_, _) => plugin.CloseUserControl();
    }

    public UserControl Panel { get; }

    private void Save()
    {
        if (plugin.TrySaveChanges(out var errorMessage))
        {
            Close();
        }
        else
        {
            problem.Text = errorMessage;
        }
    }
}
