using System.Windows;
using VideoOS.Platform;
using VideoOS.Platform.Client;
using VideoOS.Platform.UI;

namespace RMF.SmartClient.Views;

/// <summary>Chooses the camera of a tile while a view is edited. Either side's camera may be chosen; the policy's pairs tell the other.</summary>
public sealed partial class TileProperties : PropertiesWpfUserControl
{
    private readonly TileManager manager;

    internal TileProperties(TileManager manager)
    {
        this.manager = manager;
        InitializeComponent();
    }

    public override void Init() => Show();

    public override void Close()
    {
    }

    private void OnChoose(object sender, RoutedEventArgs e)
    {
        var picker = new ItemPickerWpfWindow
        {
            KindsFilter = [Kind.Camera],
            SelectionMode = SelectionModeOptions.SingleSelect,
            Items = Configuration.Instance.GetItems(),
        };
        picker.ShowDialog();
        if (picker.SelectedItems?.FirstOrDefault() is { } camera)
        {
            manager.Choose(camera);
            Show();
        }
    }

    private void Show()
    {
        Choose.Content = manager.CameraName.Length > 0 ? manager.CameraName : "Choose a camera…";
        Other.Text = manager.CameraId is not { } camera ? string.Empty
            : manager.Plugin.Session.Policy?.Pairs.Find(camera) is { } pair ? $"Both sides: {pair.Primary.Site} {pair.Primary.RecorderName}, {pair.Secondary.Site} {pair.Secondary.RecorderName}"
            : "No other side is known: the policy that is in force has no pair for this camera.";
    }
}
