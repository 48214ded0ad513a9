using RMF.Core.Inventory;
using RMF.Core.Live;
using RMF.Engine.Live;
using RMF.SmartClient.Model.Binding;
using RMF.SmartClient.Model.Overlay;

namespace RMF.SmartClient.Model.Tiles;

/// <summary>What an operator does with a live tile: shows a side, pins it, gives it back. Belongs to the user interface's thread.</summary>
internal sealed class TileCommands
{
    private const string NotOpen = "Live video is not open.";
    private const string NoPicture = "There is no picture yet.";

    private readonly TileModel tile;

    public TileCommands(TileModel tile)
    {
        this.tile = tile;
        ShowOtherSide = new ModelCommand("Other side", _ => Hold(TileWords.Other(tile.Shown ?? Side.Primary)));
        Pin = new ModelCommand("Pin", _ => TogglePin());
        BackToAutomatic = new ModelCommand("Automatic", _ => Release());
    }

    public ModelCommand ShowOtherSide { get; }

    public ModelCommand Pin { get; }

    public ModelCommand BackToAutomatic { get; }

    /// <summary>Says what can be done now.</summary>
    public void Offer(TileStatus? status, Side home, bool isHeldHere)
    {
        ShowOtherSide.IsOffered = Pin.IsOffered = BackToAutomatic.IsOffered = tile.IsProtected;
        Pin.IsChecked = isHeldHere;
        Pin.WhyNot = status is null ? NotOpen : tile.Shown is null ? NoPicture : null;
        ShowOtherSide.WhyNot = status is null ? NotOpen
            : tile.Shown is not { } side ? NoPicture
            : status.Of(TileWords.Other(side)).Health is SideStatus.Lost or SideStatus.Unknown ? "The other side has no picture." : null;
        BackToAutomatic.WhyNot = status is null ? NotOpen
            : isHeldHere || (tile.Shown is { } now && now != home && tile.Phase is TilePhase.Away or TilePhase.ReturningHome) ? null
            : tile.Phase is TilePhase.Pinned or TilePhase.Paused ? "The tile follows an order. Take it back where it was given."
            : "The tile shows what the policy wants.";
    }

    private void Hold(Side side)
    {
        if (tile.Live is { } live)
        {
            tile.Session.Steering.Hold(live, side);
            tile.Refresh();
        }
    }

    private void TogglePin()
    {
        if (tile.Live is not { } live)
        {
            return;
        }

        if (tile.Session.Steering.IsHeld(live))
        {
            tile.Session.Steering.Release(live);
        }
        else if (tile.Shown is { } side)
        {
            tile.Session.Steering.Hold(live, side);
        }

        tile.Refresh();
    }

    private void Release()
    {
        if (tile.Live is not { } live)
        {
            return;
        }

        // Not held: nothing is released. Not away: the tile ignores it.
        tile.Session.Steering.Release(live);
        live.Send(TileEvent.Failback);
        tile.Refresh();
    }
}
