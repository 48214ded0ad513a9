using System.Windows;
using RMF.SmartClient.Model.Export;

namespace RMF.SmartClient.Views;

/// <summary>What an export takes from which side, and the export itself. It owns its model: closing it cancels what is under way.</summary>
public sealed partial class ExportWindow : Window
{
    public ExportWindow(ExportHelpModel model)
    {
        InitializeComponent();
        DataContext = model;
        Loaded += (_, _) => model.Open();
        Closed += (_, _) => model.Dispose();
    }
}
