using System.Windows;
using System.Windows.Controls;
using System.Windows.Media;
using VideoOS.Platform;
using VideoOS.Platform.Client;

namespace RMF.SmartClient.Host.Windows;

/// <summary>One place of a view: a plugin's view item, or the client's own viewer of one camera. Belongs to the user interface's thread.</summary>
internal sealed class ViewTile : Border
{
    private readonly WindowInformation window;
    private readonly Dictionary<string, string> stored;
    private ViewItemManager? manager;
    private ViewItemWpfUserControl? control;
    private ImageViewerWpfControl? viewer;
    private PropertiesWpfUserControl? properties;

    public ViewTile(WindowInformation window, TileContent content)
    {
        this.window = window;
        Content = content;
        stored = new(content.Properties, StringComparer.Ordinal);
        BorderThickness = new Thickness(1);
        BorderBrush = Brushes.DimGray;
        Background = Brushes.Black;
        SnapsToDevicePixels = true;
    }

    public event EventHandler? Clicked;

    public event EventHandler? DoubleClicked;

    public TileContent Content { get; }

    /// <summary>What the view would keep of this tile.</summary>
    public IReadOnlyDictionary<string, string> Stored => stored;

    public ViewItemManager? Manager => manager;

    public ViewItemWpfUserControl? Control => control;

    public ImageViewerWpfControl? BuiltIn => viewer;

    public bool IsSelected
    {
        set
        {
            BorderBrush = value ? Brushes.DodgerBlue : Brushes.DimGray;
            if (control is not null)
            {
                control.Selected = value;
            }

            if (viewer is not null)
            {
                viewer.Selected = value;
            }
        }
    }

    public void Open()
    {
        if (Content.Plugin is not { } plugin)
        {
            viewer = new(window) { CameraFQID = Content.Camera!.FQID };
            Child = viewer;
            viewer.Initialize();
            viewer.Connect();
            return;
        }

        manager = plugin.GenerateViewItemManager();
        manager.FQID = new FQID(EnvironmentManager.Instance.MasterSite.ServerId, Guid.Empty, Guid.NewGuid(), FolderType.No, Kind.View);
        manager.Saved = Keep;
        manager.Load(stored);
        control = manager.GenerateViewItemWpfUserControl();
        control.WindowInformation = window;
        control.Clicked += (_, _) => Clicked?.Invoke(this, EventArgs.Empty);
        control.DoubleClicked += (_, _) => DoubleClicked?.Invoke(this, EventArgs.Empty);
        Child = control;
        control.Init();
    }

    public void Close()
    {
        CloseProperties();
        control?.Close();
        viewer?.Disconnect();
        viewer?.Close();
        Child = null;
        control = null;
        viewer = null;
        manager = null;
    }

    /// <summary>The panel beside the view in setup; null where the tile has none.</summary>
    public PropertiesWpfUserControl? OpenProperties()
    {
        properties = manager?.GeneratePropertiesWpfUserControl();
        properties?.Init();
        return properties;
    }

    public void CloseProperties()
    {
        properties?.Close();
        properties = null;
    }

    private void Keep(IReadOnlyDictionary<string, string> now)
    {
        foreach (var (key, value) in now)
        {
            stored[key] = value;
        }
    }
}
