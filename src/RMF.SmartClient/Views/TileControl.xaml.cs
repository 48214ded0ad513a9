using System.ComponentModel;
using System.Windows;
using RMF.SmartClient.Model.Binding;
using RMF.SmartClient.Model.Hosting;
using RMF.SmartClient.Model.Playback;
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
    private readonly ModelCommand ownTime;
    private TileParts? parts;
    private PlaybackWpfUserControl? timeline;
    private object? modeReceiver;
    private Mode mode;

    internal TileControl(TileManager manager)
    {
        this.manager = manager;
        ownTime = new ModelCommand("Own time", _ => ToggleOwnTime());
        InitializeComponent();
        MouseEnter += (_, _) => ShowToolbarNow();
        MouseLeave += (_, _) => Toolbar.Visibility = Visibility.Collapsed;
        MouseLeftButtonUp += (_, _) => FireClickEvent();
        MouseDoubleClick += (_, _) => FireDoubleClickEvent();
        Message.MouseLeftButtonUp += (_, _) => parts?.Actions.Dismiss();
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
            if (parts is not null)
            {
                parts.Stage.IsSelected = value;
            }
        }
    }

    private bool ShowsRecordings => parts is not null && (mode == Mode.ClientPlayback || parts.OwnController is not null);

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
        parts = new TileParts(manager.Plugin, camera, manager.OtherCameraId, Viewers, WindowInformation);
        parts.Stage.IsSelected = Selected;
        DataContext = parts.Tile;
        Message.DataContext = parts.Actions;
        parts.Tile.PropertyChanged += OnTileChanged;
        parts.Tile.PairChanged += OnPairChanged;
        parts.Playback.PropertyChanged += OnPlaybackChanged;
        Enter(WindowInformation.Mode);
    }

    private void End()
    {
        if (parts is null)
        {
            return;
        }

        parts.Tile.PropertyChanged -= OnTileChanged;
        parts.Tile.PairChanged -= OnPairChanged;
        parts.Playback.PropertyChanged -= OnPlaybackChanged;
        EndOwnTimeline();
        parts.Dispose();
        parts = null;
        DataContext = Message.DataContext = Toolbar.DataContext = null;
    }

    private void Enter(Mode entered)
    {
        mode = entered;
        EndOwnTimeline();
        switch (entered)
        {
            case Mode.ClientLive:
                parts!.EnterLive();
                break;
            case Mode.ClientPlayback:
                parts!.EnterPlayback();
                break;
            default:
                parts!.Leave();
                break;
        }

        ShowNow();
    }

    private void ToggleOwnTime()
    {
        if (parts!.OwnController is not null)
        {
            Enter(mode);
            return;
        }

        parts.EnterOwnPlayback();
        timeline = new PlaybackWpfUserControl();
        timeline.Init(parts.OwnController);
        OwnTimeline.Content = timeline;
        ShowNow();
    }

    private void EndOwnTimeline()
    {
        timeline?.Close();
        timeline = null;
        OwnTimeline.Content = null;
    }

    private void ShowNow()
    {
        Toolbar.DataContext = Commands();
        if (ShowsRecordings)
        {
            ShowRecordings();
        }
        else
        {
            PlaybackStrip.Text = string.Empty;
            ShowLive();
        }
    }

    private IReadOnlyList<ModelCommand> Commands()
    {
        ownTime.IsOffered = mode == Mode.ClientLive && parts!.Tile.Session.Platform.May(ClientRight.Playback, parts.Tile.CameraId) != false;
        ownTime.IsChecked = parts!.OwnController is not null;
        return ShowsRecordings
            ? [parts.Playback.GoToNext, .. parts.Actions.Commands, ownTime]
            : [parts.Tile.ShowOtherSide, parts.Tile.Pin, parts.Tile.BackToAutomatic, .. parts.Actions.Commands, ownTime];
    }

    private void ShowLive()
    {
        var (tile, stage) = (parts!.Tile, parts.Stage);
        Viewers.Visibility = Visibility.Visible;
        if (tile.Shown is { } side)
        {
            stage.BringToFront(side);
        }

        // A picture that was kept is shown above both viewers: what they show when they have lost their server is theirs to say.
        Last.Source = tile.KeepsLastPicture && mode == Mode.ClientLive ? Last.Source ?? stage.LastPicture : null;
        Last.Visibility = Last.Source is null ? Visibility.Collapsed : Visibility.Visible;
        MiddleText.Text = mode == Mode.ClientLive ? tile.KeepReason : string.Empty;
    }

    private void ShowRecordings()
    {
        var playback = parts!.Playback;
        if (playback.Shown is { } side)
        {
            parts.Stage.BringToFront(side);
        }

        // Where no side has a recording the viewers may still show a picture of another time.
        Viewers.Visibility = playback.Shown is null && playback.Text.Length > 0 ? Visibility.Hidden : Visibility.Visible;
        Last.Visibility = Visibility.Collapsed;
        Last.Source = null;
        MiddleText.Text = playback.Text;
        PlaybackStrip.Text = playback.ReasonText;
    }

    private void ShowToolbarNow()
    {
        var isShown = parts is not null && mode != Mode.ClientSetup;
        Toolbar.Visibility = isShown ? Visibility.Visible : Visibility.Collapsed;
        if (isShown)
        {
            parts!.Actions.Refresh();
        }
    }

    private void OnTileChanged(object sender, PropertyChangedEventArgs e)
    {
        if (!ShowsRecordings && e.PropertyName is nameof(TileModel.Shown) or nameof(TileModel.KeepsLastPicture) or nameof(TileModel.KeepReason))
        {
            ShowLive();
        }
    }

    private void OnPlaybackChanged(object sender, PropertyChangedEventArgs e)
    {
        if (ShowsRecordings && e.PropertyName is nameof(PlaybackModel.Shown) or nameof(PlaybackModel.Text) or nameof(PlaybackModel.ReasonText))
        {
            ShowRecordings();
        }
    }

    private void OnPairChanged(object sender, EventArgs e)
    {
        parts!.Stage.Remake();
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
        if (parts is not null && WindowInformation.Mode != mode)
        {
            Enter(WindowInformation.Mode);
        }

        return null;
    }
}
