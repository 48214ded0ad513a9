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
    private readonly TileCommands commands;
    private LiveTile? live;
    private TileScreen? screenOf;
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
        commands = new TileCommands(this);
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
    public ModelCommand ShowOtherSide => commands.ShowOtherSide;

    /// <summary>Pins the side that is shown, or lifts that.</summary>
    public ModelCommand Pin => commands.Pin;

    /// <summary>Lifts the operator's own pin, or asks a tile that is away to go home.</summary>
    public ModelCommand BackToAutomatic => commands.BackToAutomatic;

    /// <summary>Its tile of the host; null while live is not open.</summary>
    internal LiveTile? Live => live;

    private bool IsHeldHere => live is not null && Session.Steering.IsHeld(live);

    /// <summary>Opens live video of a pair. The sources are the two viewers' <see cref="ViewerEvidence"/>.</summary>
    public void OpenLive(IFrameSource primary, IFrameSource secondary)
    {
        CloseLive();
        lastMove = null;
        KeepsLastPicture = false;
        KeepReason = "";
        (sourceOfPrimary, sourceOfSecondary) = (primary, secondary);
        live = Session.LiveHost.Open(Streams(), SettingsNow(), screenOf = new TileScreen(this));
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

    /// <summary>The policy in force is another one: new settings at once, and other viewers where the pair is another one. The session has orders followed after it.</summary>
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
        Overlay.PlaceText = TileWords.Place((Shown ?? home) == Side.Secondary && Secondary is { } other ? other : Primary);
        Overlay.SinceText = lastMove is null ? "" : "since " + LocalTime(lastMove.At);
        Overlay.ReasonText = IsProtected ? TileWords.Why(lastMove?.Cause, home) : TileWords.WhyAlone(lastMove?.Cause);
        Overlay.StateText = TileWords.State(Phase, home, IsHeldHere, OrderNow());
        KeepReason = KeepsLastPicture && status is not null ? TileWords.Kept(IsProtected, Shown is not null, lastMove is null ? "" : " since " + LocalTime(lastMove.At), status) : "";
        commands.Offer(status, home, IsHeldHere);
    }

    /// <summary>The host moved the tile. A screen of a tile that was closed meanwhile says nothing any more.</summary>
    internal void OnMove(TileScreen screen, TileSwitch moved)
    {
        if (live is null || !ReferenceEquals(screenOf, screen))
        {
            return;
        }

        lastMove = moved;
        if (moved.To is { } to)
        {
            Shown = to;
        }

        KeepsLastPicture = moved.To is null;
        Refresh();
    }

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
}
