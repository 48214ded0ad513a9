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

    /// <summary>Tells each tile what changed for it; a tile for which nothing changed hears nothing.</summary>
    public void Follow(OverridesInForce overrides)
    {
        lock (orders)
        {
            foreach (var tile in host.Tiles)
            {
                orders.TryGetValue(tile, out var before);
                var order = overrides.For(End(tile.Pair.Primary), End(tile.Pair.Secondary));
                if (order == before)
                {
                    continue;
                }

                foreach (var happened in order.Since(before, host.Time.GetUtcNow() + overrides.Ahead, host.Now))
                {
                    tile.Send(happened);
                }

                orders[tile] = order;
            }
        }
    }

    private static TileEnd End(TileSource source) => new(source.Request.CameraId, source.Request.RecorderId);
}
