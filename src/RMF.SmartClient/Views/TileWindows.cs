using System.Windows;
using Microsoft.Win32;
using RMF.SmartClient.Model.Actions;
using RMF.SmartClient.Model.Export;
using RMF.SmartClient.Model.Presets;

namespace RMF.SmartClient.Views;

/// <summary>Opens the windows that a tile's actions ask for. They close with the tile. Belongs to the user interface's thread.</summary>
internal sealed class TileWindows : IDisposable
{
    private readonly TileActions actions;
    private readonly DependencyObject tile;
    private readonly List<Window> open = [];

    public TileWindows(TileActions actions, DependencyObject tile)
    {
        this.actions = actions;
        this.tile = tile;
        actions.PresetsAsked += OnPresetsAsked;
        actions.ExportAsked += OnExportAsked;
        actions.SnapshotAsked += OnSnapshotAsked;
    }

    public void Dispose()
    {
        actions.PresetsAsked -= OnPresetsAsked;
        actions.ExportAsked -= OnExportAsked;
        actions.SnapshotAsked -= OnSnapshotAsked;
        open.ToList().ForEach(w => w.Close());
    }

    private void OnPresetsAsked(object? sender, AskedEventArgs<PresetListModel> e) => Show(new PresetsWindow(e.Model));

    private void OnExportAsked(object? sender, AskedEventArgs<ExportHelpModel> e) => Show(new ExportWindow(e.Model));

    private static void OnSnapshotAsked(object? sender, SnapshotAskedEventArgs e)
    {
        var dialog = new SaveFileDialog { FileName = e.SuggestedName, Filter = "JPEG (*.jpg)|*.jpg|All files|*.*", AddExtension = true };
        e.Path = dialog.ShowDialog() == true ? dialog.FileName : null;
    }

    private void Show(Window window)
    {
        window.Owner = Window.GetWindow(tile);
        open.Add(window);
        window.Closed += (_, _) => open.Remove(window);
        window.Show();
    }
}
