using System.Globalization;
using RMF.Core.Inventory;
using RMF.Core.Live;
using RMF.Engine.Live;
using RMF.Engine.Ports;
using RMF.SmartClient.Model.Binding;
using RMF.SmartClient.Model.Overlay;
using RMF.SmartClient.Model.Pairs;

namespace RMF.SmartClient.Model.Tiles;

/// <summary>
/// One tile: a camera, its pair where it has one, and what is shown. Nothing but commands of the reducer moves it. Belongs to the user interface's
/// thread; changes of it come there by themselves.
/// </summary>
public sealed class TileModel : Observable
{
    private readonly string? otherCameraId;
    private readonly double chance;
    private LiveTile? live;
    private Screen? screenOf;
    private PairedCamera? pair;
    private IFrameSource sourceOfPrimary = NoFrames.Instance;
    private IFrameSource sourceOfSecondary = NoFrames.Instance;
    private TileSwitch? lastMove;
    private Side? shown;
    private bool keepsLastPicture;
    private string keepReason = "";
    private string title;
    private TilePhase phase;

    internal TileModel(ClientSession session, string cameraId, string? otherCameraId)
    {
        Session = session;
        CameraId = cameraId;
        this.otherCameraId = otherCameraId;
        chance = Spread.Of(session.Client.Name + "/" + cameraId);
        ShowOtherSide = new ModelCommand("Other side", _ => Hold(TileWords.Other(shown ?? Side.Primary)));
        Pin = new ModelCommand("Pin", _ => TogglePin());
        BackToAutomatic = new ModelCommand("Automatic", _ => Release());
        pair = PairNow();
        title = TitleNow();
        Refresh();
    }

    /// <summary>The pair changed: viewers of the former one are to be disposed, new ones made for <see cref="Primary"/> and <see cref="Secondary"/>, and live opened again.</summary>
    public event EventHandler? PairChanged;

    /// <summary>The client's session.</summary>
    public ClientSession Session { get; }

    /// <summary>The camera that the tile was made for, a GUID in lower case.</summary>
    public string CameraId { get; }

    /// <summary>Its pair; null where it has none: it is shown alone then.</summary>
    public PairedCamera? Pair => pair;

    /// <summary>The camera has a pair.</summary>
    public bool IsProtected => pair is not null;

    /// <summary>What the tile says where it has no pair; empty where it has.</summary>
    public string ProtectionText => IsProtected ? "" : Session.Policy is null ? "Not protected: no policy was found" : "Not protected: the policy has no pair for this camera";

    /// <summary>The end of the primary's viewer. A camera without a pair is here.</summary>
    public PairedEnd Primary => pair?.Primary ?? new PairedEnd("", CameraId, "", "");

    /// <summary>The end of the secondary's viewer; null where there is no pair.</summary>
    public PairedEnd? Secondary => pair?.Secondary;

    /// <summary>The camera's name.</summary>
    public string Title
    {
        get => title;
        private set => Set(ref title, value);
    }

    /// <summary>Live streams are open.</summary>
    public bool IsLiveOpen => live is not null;

    /// <summary>The side whose viewer is on top. Null = nothing was shown yet. A camera without a pair is shown as the primary.</summary>
    public Side? Shown
    {
        get => shown;
        private set => Set(ref shown, value);
    }

    /// <summary>No side has a picture: the last one stays, and says so.</summary>
    public bool KeepsLastPicture
    {
        get => keepsLastPicture;
        private set => Set(ref keepsLastPicture, value);
    }

    /// <summary>Why, for people; empty while there is a picture.</summary>
    public string KeepReason
    {
        get => keepReason;
        private set => Set(ref keepReason, value);
    }

    /// <summary>Where the tile stands.</summary>
    public TilePhase Phase
    {
        get => phase;
        private set => Set(ref phase, value);
    }

    /// <summary>What the streams and the decision say now; null while live is not open.</summary>
    public TileStatus? Status => live?.Status;

    /// <summary>What the tile says over its picture.</summary>
    public OverlayModel Overlay { get; } = new();

    /// <summary>Shows the other side, and stays there until it is taken back.</summary>
    public ModelCommand ShowOtherSide { get; }

    /// <summary>Pins the side that is shown, or lifts that.</summary>
    public ModelCommand Pin { get; }

    /// <summary>Lifts the operator's own pin, or asks a tile that is away to go home.</summary>
    public ModelCommand BackToAutomatic { get; }

    private bool IsHeldHere => live is not null && Session.Steering.IsHeld(live);

    /// <summary>Opens live video of a pair. The sources are the two viewers' <see cref="ViewerEvidence"/>.</summary>
    public void OpenLive(IFrameSource primary, IFrameSource secondary)
    {
        CloseLive();
        lastMove = null;
        KeepsLastPicture = false;
        KeepReason = "";
        (sourceOfPrimary, sourceOfSecondary) = (primary, secondary);
        live = Session.LiveHost.Open(Streams(), SettingsNow(), screenOf = new Screen(this));
        Session.FollowOrders();
        Tell(nameof(IsLiveOpen));
        Refresh();
    }

    /// <summary>Opens live video of a camera without a pair.</summary>
    public void OpenLive(IFrameSource source) => OpenLive(source, NoFrames.Instance);

    /// <summary>Closes both streams. What is shown stays on the screen.</summary>
    public void CloseLive()
    {
        if (live is not { } closing)
        {
            return;
        }

        live = null;
        Session.Watch(Session.LiveHost.CloseAsync(closing), "close a tile");

        // Once the host has it no more, no order reaches it.
        Session.Steering.Forget(closing);
        Tell(nameof(IsLiveOpen));
        Refresh();
    }

    /// <summary>The policy in force is another one: new settings at once, and other viewers where the pair is another one.</summary>
    internal void OnPolicy()
    {
        var before = pair;
        pair = PairNow();
        Title = TitleNow();
        if (pair != before)
        {
            Tell(nameof(Pair));
            Tell(nameof(IsProtected));
        }

        if (pair?.Primary.CameraId != before?.Primary.CameraId || pair?.Secondary.CameraId != before?.Secondary.CameraId)
        {
            // What is on the screen belongs to viewers that are about to go.
            CloseLive();
            lastMove = null;
            Shown = null;
            KeepsLastPicture = false;
            PairChanged?.Invoke(this, EventArgs.Empty);
        }
        else if (live is not null)
        {
            if (pair != before)
            {
                Session.LiveHost.Describe(live, Streams());
                Session.FollowOrders();
            }

            live.Settings = SettingsNow();
        }

        Tell(nameof(ProtectionText));
        Refresh();
    }

    /// <summary>Brings words and commands up to date.</summary>
    internal void Refresh()
    {
        var status = live?.Status;
        Phase = status?.Phase ?? TilePhase.Starting;
        var home = status?.Home ?? Side.Primary;
        Overlay.IsVisible = status is not null && TileWords.IsShown(Session.OverlayFor(CameraId), Phase, KeepsLastPicture);
        Overlay.IsWarning = KeepsLastPicture || (IsProtected && status is not null && Shown is { } side && side != home);
        Overlay.SideText = !IsProtected || Shown is null ? "" : TileWords.Of(Shown.Value);
        Overlay.PlaceText = PlaceOf(Shown ?? home);
        Overlay.SinceText = lastMove is null ? "" : "since " + LocalTime(lastMove.At);
        Overlay.ReasonText = IsProtected ? TileWords.Why(lastMove?.Cause, home) : TileWords.WhyAlone(lastMove?.Cause);
        Overlay.StateText = TileWords.State(Phase, home, IsHeldHere, OrderNow());
        KeepReason = KeepsLastPicture && status is not null ? WhyKept(status) : "";
        Offer(status, home);
    }

    private void Offer(TileStatus? status, Side home)
    {
        ShowOtherSide.IsOffered = Pin.IsOffered = BackToAutomatic.IsOffered = IsProtected;
        var isHeld = IsHeldHere;
        Pin.IsChecked = isHeld;
        Pin.WhyNot = status is null ? "Live video is not open." : Shown is null ? "There is no picture yet." : null;
        ShowOtherSide.WhyNot = status is null ? "Live video is not open."
            : Shown is not { } side ? "There is no picture yet."
            : status.Of(TileWords.Other(side)).Health is SideStatus.Lost or SideStatus.Unknown ? "The other side has no picture." : null;
        BackToAutomatic.WhyNot = status is null ? "Live video is not open."
            : isHeld || (Shown is { } now && now != home && Phase is TilePhase.Away or TilePhase.ReturningHome) ? null
            : Phase is TilePhase.Pinned or TilePhase.Paused ? "The tile follows an order. Take it back where it was given."
            : "The tile shows what the policy wants.";
    }

    private void Hold(Side side)
    {
        if (live is not null)
        {
            Session.Steering.Hold(live, side);
            Refresh();
        }
    }

    private void TogglePin()
    {
        if (IsHeldHere)
        {
            Session.Steering.Release(live!);
        }
        else if (live is not null && Shown is { } side)
        {
            Session.Steering.Hold(live, side);
        }

        Refresh();
    }

    private void Release()
    {
        if (live is null)
        {
            return;
        }

        if (IsHeldHere)
        {
            Session.Steering.Release(live);
        }

        // A tile that is not away ignores it.
        live.Send(TileEvent.Failback);
        Refresh();
    }

    private void OnMove(TileSwitch moved)
    {
        lastMove = moved;
        if (moved.To is { } to)
        {
            Shown = to;
        }

        KeepsLastPicture = moved.To is null;
        Refresh();
    }

    private string WhyKept(TileStatus status)
    {
        var since = lastMove is null ? "" : " since " + LocalTime(lastMove.At);
        var stays = Shown is null ? "" : " The last one stays.";
        return IsProtected
            ? $"No picture{since}.{stays}{Said("Primary", status.Primary)}{Said("Secondary", status.Secondary)}"
            : $"No picture{since}.{stays}{Said("Camera", status.Primary)}";
    }

    private static string Said(string side, TileSideStatus status)
        => $"\n{side}: {(status.Detail.Length > 0 ? status.Detail : status.Frames == 0 ? "no picture came" : "no new picture comes")}";

    private OverrideRecord? OrderNow()
    {
        var (primary, secondary) = (End(Primary), Secondary is { } other ? End(other) : default);
        return Phase switch
        {
            TilePhase.Pinned => Session.Orders.Find(OverrideAct.Show, primary, secondary),
            TilePhase.Paused => Session.Orders.Find(OverrideAct.Suspend, primary, secondary),
            _ => null,
        };
    }

    private string PlaceOf(Side side)
    {
        var end = side == Side.Secondary && Secondary is { } other ? other : Primary;
        return string.Join(" ", new[] { end.Site, end.RecorderName }.Where(t => t.Length > 0));
    }

    private string LocalTime(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Session.Platform.Time.LocalTimeZone).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    // A view tells both cameras before any policy was read; once there is one, its pairs count.
    private PairedCamera? PairNow()
        => Session.Policy?.Pairs.Find(CameraId)
            ?? (Session.Policy is null && otherCameraId is { } other ? new PairedCamera(new PairedEnd("", CameraId, "", ""), new PairedEnd("", other, "", "")) : null);

    // A camera without a pair is the primary, whatever the policy prefers: it waits for no other side.
    private TileSettings SettingsNow()
    {
        var settings = Session.SettingsFor(CameraId, chance);
        return IsProtected ? settings : settings with { Priority = Side.Primary };
    }

    private TilePair Streams() => new(Title, Source(sourceOfPrimary, Primary), Source(sourceOfSecondary, Secondary ?? new PairedEnd("", "", "", "")));

    private string TitleNow() => Session.Platform.NameOf(CameraId) ?? (Secondary is { } other ? Session.Platform.NameOf(other.CameraId) : null) ?? CameraId;

    private static TileEnd End(PairedEnd end) => new(end.CameraId, end.RecorderId);

    // Cameras whose recording server is not known are nobody's peers.
    private static TileSource Source(IFrameSource frames, PairedEnd end) => new(frames, new FrameRequest(end.CameraId, end.RecorderId.Length > 0 ? end.RecorderId : end.CameraId), end.Site);

    /// <summary>Brings what the host decides to the user interface's thread.</summary>
    private sealed class Screen(TileModel tile) : ILiveObserver
    {
        public void OnSwitch(TileSwitch moved)
        {
            // It may be of a tile that was closed meanwhile.
            tile.Session.Platform.Post(() =>
            {
                if (tile.live is not null && ReferenceEquals(tile.screenOf, this))
                {
                    tile.OnMove(moved);
                }
            });
        }

        public void OnPicture(string name, TimeSpan gap)
        {
        }
    }
}
