using System.Windows;
using System.Windows.Automation;
using System.Windows.Controls;
using System.Windows.Controls.Primitives;
using System.Windows.Media;
using RMF.SmartClient.Host.Client;
using VideoOS.Platform;
using VideoOS.Platform.Client;
using VideoOS.Platform.Fake;

namespace RMF.SmartClient.Host.Windows;

/// <summary>The client's window: modes, a line of messages, a view of tiles, properties in setup, the timeline in playback. Belongs to its thread.</summary>
internal sealed class ClientWindow : Window
{
    private readonly FakeClient client;
    private readonly WindowInformation information = new(Kind.Window);
    private readonly UniformGrid view = new();
    private readonly TextBlock message = new() { Foreground = Brushes.White, Margin = new Thickness(12, 0, 0, 0), VerticalAlignment = VerticalAlignment.Center };
    private readonly ContentControl side = new() { Width = 260, Visibility = Visibility.Collapsed, Background = Brushes.White };
    private readonly FakePlaybackStrip timeline = new() { Background = Brushes.LightGray, Height = 28, Visibility = Visibility.Collapsed };
    private readonly List<ViewTile> tiles = [];
    private ViewTile? selected;

    public ClientWindow(FakeClient client)
    {
        this.client = client;
        Title = "Smart Client stand-in";
        FontFamily = new("Segoe UI");
        WindowStyle = WindowStyle.None;
        ResizeMode = ResizeMode.NoResize;
        Left = Top = 0;
        Width = 1600;
        Height = 1000;
        Topmost = true;
        Background = new SolidColorBrush(Color.FromRgb(0x2b, 0x2d, 0x31));
        Content = Compose();
        client.ModeChanged += OnMode;
        client.Book.Changed += OnSaid;
    }

    public WindowInformation Information => information;

    public IReadOnlyList<ViewTile> Tiles => tiles;

    public ViewTile? Selected => selected;

    public string Message => message.Text;

    /// <summary>Shows a view instead of the one that is shown.</summary>
    public void Show(int rows, int columns, IEnumerable<TileContent> contents)
    {
        CloseView();
        view.Rows = rows;
        view.Columns = columns;
        foreach (var content in contents)
        {
            var tile = new ViewTile(information, content);
            tile.Clicked += (_, _) => Select(tile);
            tile.DoubleClicked += (_, _) => Maximize(tile);
            tiles.Add(tile);
            view.Children.Add(tile);
        }

        tiles.ForEach(t => t.Open());
    }

    public void CloseView()
    {
        Select(null);
        tiles.ForEach(t => t.Close());
        tiles.Clear();
        view.Children.Clear();
    }

    public void Select(ViewTile? tile)
    {
        selected?.CloseProperties();
        if (selected is not null)
        {
            selected.IsSelected = false;
        }

        selected = tile;
        if (tile is not null)
        {
            tile.IsSelected = true;
        }

        side.Content = client.Mode == Mode.ClientSetup ? tile?.OpenProperties() : null;
    }

    /// <summary>Ends: nothing of the client's is heard any more.</summary>
    public void End()
    {
        CloseView();
        client.ModeChanged -= OnMode;
        client.Book.Changed -= OnSaid;
        timeline.Use(null);
        Close();
    }

    private void Maximize(ViewTile tile)
    {
        var isAlone = tiles.TrueForAll(t => t == tile || t.Visibility == Visibility.Collapsed);
        foreach (var other in tiles.Where(t => t != tile))
        {
            other.Visibility = isAlone ? Visibility.Visible : Visibility.Collapsed;
            Hide(other, !isAlone);
        }

        if (tile.Control is not null)
        {
            tile.Control.Maximized = !isAlone;
        }

        static void Hide(ViewTile tile, bool hidden)
        {
            if (tile.Control is not null)
            {
                tile.Control.Hidden = hidden;
            }
        }
    }

    private void OnMode(object? sender, EventArgs e)
    {
        var mode = client.Mode;
        information.Mode = mode;
        timeline.Use(mode == Mode.ClientPlayback ? FakeSession.Playback.Common : null);
        timeline.Visibility = mode == Mode.ClientPlayback ? Visibility.Visible : Visibility.Collapsed;
        side.Visibility = mode == Mode.ClientSetup ? Visibility.Visible : Visibility.Collapsed;
        Select(selected);
    }

    private void OnSaid(object? sender, EventArgs e) => _ = Dispatcher.BeginInvoke(() => message.Text = client.Book.Said is [.., { } last] ? last.Message : "");

    private DockPanel Compose()
    {
        var modes = new StackPanel { Orientation = Orientation.Horizontal, Height = 28 };
        foreach (var (name, mode) in new[] { ("Live", Mode.ClientLive), ("Playback", Mode.ClientPlayback), ("Setup", Mode.ClientSetup) })
        {
            var button = new Button { Content = name, MinWidth = 80, Margin = new Thickness(2) };
            AutomationProperties.SetAutomationId(button, "Mode" + name);
            button.Click += (_, _) => client.Mode = mode;
            modes.Children.Add(button);
        }

        AutomationProperties.SetAutomationId(message, "ClientMessage");
        modes.Children.Add(message);
        var all = new DockPanel();
        Put(modes, Dock.Top);
        Put(timeline, Dock.Bottom);
        Put(side, Dock.Right);
        all.Children.Add(view);
        return all;

        void Put(UIElement element, Dock dock)
        {
            DockPanel.SetDock(element, dock);
            all.Children.Add(element);
        }
    }
}
