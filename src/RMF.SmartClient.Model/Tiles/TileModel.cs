using RMF.Core.Inventory;
using RMF.Core.Live;
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
    internal TileModel(ClientSession session, string cameraId)
    {
        Session = session;
        CameraId = cameraId;
        Overlay = null!;
        ShowOtherSide = Pin = BackToAutomatic = null!;
    }

    /// <summary>The pair changed: viewers of the former one are to be disposed, new ones made for <see cref="Primary"/> and <see cref="Secondary"/>, and live opened again.</summary>
    public event EventHandler? PairChanged
    {
        add => throw new NotSupportedException();
        remove => throw new NotSupportedException();
    }

    /// <summary>The client's session.</summary>
    public ClientSession Session { get; }

    /// <summary>The camera that the tile was made for, a GUID in lower case.</summary>
    public string CameraId { get; }

    /// <summary>Its pair; null where it has none: it is shown alone then.</summary>
    public PairedCamera? Pair => null;

    /// <summary>The camera has a pair.</summary>
    public bool IsProtected => Pair is not null;

    /// <summary>What the tile says where it has no pair; empty where it has.</summary>
    public string ProtectionText => "";

    /// <summary>The end of the primary's viewer. A camera without a pair is here.</summary>
    public PairedEnd Primary => throw new NotSupportedException();

    /// <summary>The end of the secondary's viewer; null where there is no pair.</summary>
    public PairedEnd? Secondary => null;

    /// <summary>The camera's name.</summary>
    public string Title => "";

    /// <summary>Live streams are open.</summary>
    public bool IsLiveOpen => false;

    /// <summary>The side whose viewer is on top. Null = nothing was shown yet. A camera without a pair is shown as the primary.</summary>
    public Side? Shown => null;

    /// <summary>No side has a picture: the last one stays, and says so.</summary>
    public bool KeepsLastPicture => false;

    /// <summary>Why, for people; empty while there is a picture.</summary>
    public string KeepReason => "";

    /// <summary>Where the tile stands.</summary>
    public TilePhase Phase => TilePhase.Starting;

    /// <summary>What the tile says over its picture.</summary>
    public OverlayModel Overlay { get; }

    /// <summary>Shows the other side, and stays there until it is taken back.</summary>
    public ModelCommand ShowOtherSide { get; }

    /// <summary>Pins the side that is shown, or lifts that.</summary>
    public ModelCommand Pin { get; }

    /// <summary>Lifts the operator's own pin, or asks a tile that is away to go home.</summary>
    public ModelCommand BackToAutomatic { get; }

    /// <summary>Opens live video of a pair. The sources are the two viewers' <see cref="ViewerEvidence"/>.</summary>
    public void OpenLive(IFrameSource primary, IFrameSource secondary) => throw new NotSupportedException();

    /// <summary>Opens live video of a camera without a pair.</summary>
    public void OpenLive(IFrameSource source) => throw new NotSupportedException();

    /// <summary>Closes both streams. What is shown stays on the screen.</summary>
    public void CloseLive() => throw new NotSupportedException();
}
