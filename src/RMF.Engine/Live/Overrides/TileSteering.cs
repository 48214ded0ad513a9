using RMF.Core.Inventory;
using RMF.Core.Live;

namespace RMF.Engine.Live;

/// <summary>
/// Tells a host's tiles what the overrides in force mean for them. Give <see cref="Follow"/> to an <see cref="OverridePoller"/>, and call it
/// again after tiles were opened. Thread-safe.
/// </summary>
/// <param name="host">Whose tiles.</param>
public sealed class TileSteering(LiveHost host)
{
    private readonly Dictionary<LiveTile, TileOrder> orders = [];
    private readonly HashSet<LiveTile> held = [];
    private OverridesInForce last = OverridesInForce.None;

    /// <summary>Whether somebody in front of the screen holds the tile.</summary>
    public bool IsHeld(LiveTile tile)
    {
        lock (orders)
        {
            return held.Contains(tile);
        }
    }

    /// <summary>
    /// Somebody in front of the screen pins the tile. That outranks orders to show a side, until <see cref="Release"/>; orders to stay are still followed.
    /// </summary>
    /// <returns>Why the tile ignored it; null where it was taken in.</returns>
    public string? Hold(LiveTile tile, Side side)
    {
        lock (orders)
        {
            held.Add(tile);
            if (orders.TryGetValue(tile, out var before))
            {
                orders[tile] = WithoutPin(before);
            }

            return tile.Pin(side);
        }
    }

    /// <summary>Lifts that. Orders in force count again at once.</summary>
    public void Release(LiveTile tile)
    {
        lock (orders)
        {
            if (held.Remove(tile))
            {
                tile.Send(TileEvent.Unpin);
                Follow(tile, last);
            }
        }
    }

    /// <summary>The tile is closed.</summary>
    public void Forget(LiveTile tile)
    {
        lock (orders)
        {
            held.Remove(tile);
            orders.Remove(tile);
        }
    }

    /// <summary>Tells each tile what changed for it; a tile for which nothing changed hears nothing.</summary>
    public void Follow(OverridesInForce overrides)
    {
        lock (orders)
        {
            last = overrides;
            foreach (var tile in host.Tiles)
            {
                Follow(tile, overrides);
            }
        }
    }

    private void Follow(LiveTile tile, OverridesInForce overrides)
    {
        orders.TryGetValue(tile, out var before);
        var order = overrides.For(End(tile.Pair.Primary), End(tile.Pair.Secondary));
        if (held.Contains(tile))
        {
            order = WithoutPin(order);
        }

        if (order == before)
        {
            return;
        }

        foreach (var happened in order.Since(before, host.Time.GetUtcNow() + overrides.Ahead, host.Now))
        {
            tile.Send(happened);
        }

        orders[tile] = order;
    }

    private static TileOrder WithoutPin(TileOrder order) => order with { Pin = null, Until = null };

    private static TileEnd End(TileSource source) => new(source.Request.CameraId, source.Request.RecorderId);
}
