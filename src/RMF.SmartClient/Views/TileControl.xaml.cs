using System.ComponentModel;
using System.Windows;
using System.Windows.Input;
using RMF.Core.Inventory;
using RMF.SmartClient.Model.Binding;
using RMF.SmartClient.Model.Tiles;
using VideoOS.Platform;
using VideoOS.Platform.Client;
using VideoOS.Platform.Messaging;

namespace RMF.SmartClient.Views;

/// <summary>
/// A tile in a view. It carries out what its models say: which viewer is on top, what stands over it, which buttons there are. Belongs to the user
/// interface's thread.
/// </summary>
public sealed partial class TileControl : ViewItemWpfUserControl
{
    private readonly TileManager manager;
    private TileModel? tile;
    private TileStage? stage;
    private object? modeReceiver;
    private Mode mode;

    internal TileControl(TileManager manager)
    {
        this.manager = manager;
        InitializeComponent();
        MouseEnter += (_, _) => ShowToolbarOf(tile);
        MouseLeave += (_, _) => Toolbar.Visibility = Visibility.Collapsed;
        MouseLeftButtonUp += (_, _) => FireClickEvent();
        MouseDoubleClick += (_, _) => FireDoubleClickEvent();
    }

    public override bool Selectable => true;

    public override bool Maximizable => true;

    public override bool ShowToolbar => true;

    public override bool Selected
    {
        get => base.Selected;
        set
        {
            base.Selected = value;
            if (stage is not null)
            {
                stage.IsSelected = value;
            }
        }
    }

    public override void Init()
    {
        modeReceiver = EnvironmentManager.Instance.RegisterReceiver(OnModeChanged, new MessageIdFilter(MessageId.System.ModeChangedIndication));
        manager.PropertyChangedEvent += OnCameraChosen;
        Open();
    }

    public override void Close()
    {
        manager.PropertyChangedEvent -= OnCameraChosen;
        if (modeReceiver is not null)
        {
            EnvironmentManager.Instance.UnRegisterReceiver(modeReceiver);
            modeReceiver = null;
        }

        End();
    }

    private void Open()
    {
        if (manager.CameraId is not { } camera)
        {
            MiddleText.Text = "No camera is chosen: set the view up and choose one.";
            return;
        }

        MiddleText.Text = string.Empty;
        tile = manager.Plugin.Session.OpenTile(camera, manager.OtherCameraId);
        DataContext = tile;
        stage = new TileStage(tile, Viewers, WindowInformation) { IsSelected = Selected };
        tile.PropertyChanged += OnTileChanged;
        tile.PairChanged += OnPairChanged;
        Toolbar.DataContext = Commands(tile);
        Enter(WindowInformation.Mode);
    }

    private void End()
    {
        if (tile is null)
        {
            return;
        }

        tile.PropertyChanged -= OnTileChanged;
        tile.PairChanged -= OnPairChanged;
        stage!.Dispose();
        manager.Plugin.Session.CloseTile(tile);
        DataContext = Toolbar.DataContext = null;
        tile = null;
        stage = null;
    }

    private static IReadOnlyList<ModelCommand> Commands(TileModel tile) => [tile.ShowOtherSide, tile.Pin, tile.BackToAutomatic];

    private void Enter(Mode entered)
    {
        mode = entered;
        Last.Visibility = Visibility.Collapsed;
        switch (entered)
        {
            case Mode.ClientLive:
                stage!.EnterLive();
                ShowLive();
                break;
            case Mode.ClientPlayback:
                stage!.EnterPlayback(controller: null);
                break;
            default:
                stage!.Leave();
                break;
        }
    }

    private void ShowLive()
    {
        if (tile!.Shown is { } side)
        {
            stage!.BringToFront(side);
        }

        // A picture that was kept is shown above both viewers: what they show when they have lost their server is theirs to say.
        Last.Source = tile.KeepsLastPicture ? Last.Source ?? stage!.LastPicture : null;
        Last.Visibility = Last.Source is null ? Visibility.Collapsed : Visibility.Visible;
        MiddleText.Text = tile.KeepReason;
    }

    private void ShowToolbarOf(TileModel? of) => Toolbar.Visibility = of is not null && mode != Mode.ClientSetup ? Visibility.Visible : Visibility.Collapsed;

    private void OnTileChanged(object sender, PropertyChangedEventArgs e)
    {
        if (mode == Mode.ClientLive && e.PropertyName is nameof(TileModel.Shown) or nameof(TileModel.KeepsLastPicture) or nameof(TileModel.KeepReason))
        {
            ShowLive();
        }
    }

    private void OnPairChanged(object sender, EventArgs e)
    {
        stage!.Remake();
        Enter(mode);
    }

    private void OnCameraChosen(object sender, EventArgs e)
    {
        End();
        Open();
    }

    private object? OnModeChanged(Message message, FQID destination, FQID sender)
    {
        // Each window has a mode of its own, and the message may be about another one.
        if (stage is not null && WindowInformation.Mode != mode)
        {
            Enter(WindowInformation.Mode);
        }

        return null;
    }
}
