using System.IO;
using System.Windows.Controls;
using System.Windows.Media.Imaging;
using RMF.Core.Inventory;
using RMF.SmartClient.Mip;
using RMF.SmartClient.Model.Tiles;
using VideoOS.Platform;
using VideoOS.Platform.Client;

namespace RMF.SmartClient.Views;

/// <summary>
/// The two viewers of a tile, one above the other. Both are connected all the time; a switch changes which one is on top and nothing else.
/// Belongs to the user interface's thread.
/// </summary>
internal sealed class TileStage : IDisposable
{
    private readonly TileModel tile;
    private readonly Panel panel;
    private readonly WindowInformation window;
    private ViewerSide? primary;
    private ViewerSide? secondary;
    private bool isSelected;

    public TileStage(TileModel tile, Panel panel, WindowInformation window)
    {
        this.tile = tile;
        this.panel = panel;
        this.window = window;
        Make();
    }

    /// <summary>The side on top.</summary>
    public Side Front { get; private set; }

    /// <summary>The operator has selected the tile.</summary>
    public bool IsSelected
    {
        set
        {
            isSelected = value;
            BringToFront(Front);
        }
    }

    /// <summary>The newest picture of the side on top that was kept; null where there is none.</summary>
    public BitmapSource? LastPicture => Of(Front)?.LastPicture is { } jpeg ? Decode(jpeg) : null;

    public void EnterLive()
    {
        primary!.Leave();
        secondary?.Leave();
        if (secondary is null)
        {
            tile.OpenLive(primary.Evidence);
        }
        else
        {
            tile.OpenLive(primary.Evidence, secondary.Evidence);
        }
    }

    /// <param name="controller">The controller that both sides follow; null = that of the window.</param>
    public void EnterPlayback(FQID? controller)
    {
        tile.CloseLive();
        primary!.Browse(controller);
        secondary?.Browse(controller);
    }

    public void Leave()
    {
        tile.CloseLive();
        primary!.Leave();
        secondary?.Leave();
    }

    /// <summary>Shows a side. Mouse and joystick act on it, and on no other.</summary>
    public void BringToFront(Side side)
    {
        Front = secondary is null ? Side.Primary : side;
        foreach (var (viewer, isFront) in new[] { (primary, Front == Side.Primary), (secondary, Front == Side.Secondary) })
        {
            if (viewer is not null)
            {
                Panel.SetZIndex(viewer.Control, isFront ? 1 : 0);
                viewer.IsInFront = isFront;
                viewer.IsSelected = isFront && isSelected;
            }
        }
    }

    /// <summary>The tile's pair is another one: other viewers.</summary>
    public void Remake()
    {
        Unmake();
        Make();
    }

    public void Dispose() => Unmake();

    private ViewerSide? Of(Side side) => side == Side.Primary ? primary : secondary;

    private void Make()
    {
        primary = new ViewerSide(tile.Session.Platform, tile.Primary, window, panel.Dispatcher);
        panel.Children.Add(primary.Control);
        if (tile.Secondary is { } other)
        {
            secondary = new ViewerSide(tile.Session.Platform, other, window, panel.Dispatcher);
            panel.Children.Add(secondary.Control);
        }

        BringToFront(Front);
    }

    private void Unmake()
    {
        tile.CloseLive();
        panel.Children.Clear();
        primary?.Dispose();
        secondary?.Dispose();
        primary = secondary = null;
    }

    private static BitmapSource? Decode(byte[] jpeg)
    {
        try
        {
            return new JpegBitmapDecoder(new MemoryStream(jpeg), BitmapCreateOptions.None, BitmapCacheOption.OnLoad).Frames[0];
        }
        catch (Exception exception) when (exception is NotSupportedException or System.Runtime.InteropServices.COMException or FileFormatException or ArgumentException)
        {
            // Not a picture: the tile says that there is none.
            return null;
        }
    }
}
