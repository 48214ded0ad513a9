using System.Windows;
using RMF.SmartClient.Model.Presets;

namespace RMF.SmartClient.Views;

/// <summary>Both sides' presets side by side, and the choice of the side that wins. It owns its model.</summary>
public sealed partial class MismatchWindow : Window
{
    public MismatchWindow(PresetMismatchModel model)
    {
        InitializeComponent();
        DataContext = model;
        Closed += (_, _) => model.Dispose();
    }

    private void OnClose(object sender, RoutedEventArgs e) => Close();
}
