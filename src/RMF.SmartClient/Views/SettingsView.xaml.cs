using System.Windows;
using System.Windows.Controls;
using System.Windows.Threading;
using Microsoft.Win32;
using RMF.SmartClient.Model.Settings;

namespace RMF.SmartClient.Views;

/// <summary>The settings panel: what policy is in force, where it came from, and the log.</summary>
public sealed partial class SettingsView : UserControl
{
    private static readonly TimeSpan AgePeriod = TimeSpan.FromSeconds(1);

    private readonly SettingsModel model;
    private readonly DispatcherTimer ages;

    public SettingsView(SettingsModel model)
    {
        this.model = model;
        InitializeComponent();
        Levels.ItemsSource = SettingsModel.LogLevels;
        DataContext = model;
        model.Refresh();
        ages = new DispatcherTimer(AgePeriod, DispatcherPriority.Background, (_, _) => model.Refresh(), Dispatcher);
    }

    /// <summary>The panel is closed.</summary>
    public void End() => ages.Stop();

    private void OnExportLog(object sender, RoutedEventArgs e)
    {
        var dialog = new SaveFileDialog { FileName = "rmf-smartclient.log", Filter = "Log (*.log)|*.log|All files|*.*" };
        if (dialog.ShowDialog() == true)
        {
            // What it came to stands in the panel.
            _ = model.ExportLogAsync(dialog.FileName);
        }
    }
}
