using System.Windows;
using RMF.SmartClient.Model.Actions;
using RMF.SmartClient.Model.Presets;

namespace RMF.SmartClient.Views;

/// <summary>The presets of a camera on both sides. It owns its model.</summary>
public sealed partial class PresetsWindow : Window
{
    private readonly PresetListModel model;

    public PresetsWindow(PresetListModel model)
    {
        this.model = model;
        InitializeComponent();
        DataContext = model;
        model.MismatchAsked += OnMismatchAsked;
        Loaded += (_, _) => model.Open();
        Closed += (_, _) =>
        {
            model.MismatchAsked -= OnMismatchAsked;
            model.Dispose();
        };
    }

    private void OnMismatchAsked(object? sender, AskedEventArgs<PresetMismatchModel> e) => new MismatchWindow(e.Model) { Owner = this }.Show();
}
