using RMF.Core.Inventory;
using RMF.Engine.Ports;

namespace RMF.Engine.Live;

/// <summary>
/// Brings what a site says of its cameras and recording servers to a host's tiles. What is up again ends the pause before the next attempt to
/// connect. What failed is lost at once where no fresh frames say otherwise: the picture is the judge. Made after the tiles were opened.
/// Thread-safe.
/// </summary>
public sealed class StateFollowing : IStateObserver
{
    private readonly ILookup<string, (LiveTile Tile, Side Side)> tiles;

    /// <param name="host">Whose tiles.</param>
    /// <param name="site">The name of the site that speaks.</param>
    public StateFollowing(LiveHost host, string site)
        => tiles = host.Tiles
            .SelectMany(t => new[] { Side.Primary, Side.Secondary }.Select(s => (Tile: t, Side: s)))
            .Where(e => string.Equals(e.Tile.Pair.Of(e.Side).Site, site, StringComparison.Ordinal))
            .SelectMany(e => new[] { e.Tile.Pair.Of(e.Side).Request.CameraId, e.Tile.Pair.Of(e.Side).Request.RecorderId }.Select(id => (Id: id, Entry: e)))
            .ToLookup(e => e.Id, e => e.Entry, StringComparer.OrdinalIgnoreCase);

    public void OnState(DeviceState state)
    {
        if (state.Source == StateSourceKind.Hardware)
        {
            return;
        }

        foreach (var (tile, side) in tiles[state.Id])
        {
            if (state.Communication == CommunicationState.Up)
            {
                tile.Of(side).Wake();
            }
            else
            {
                tile.Doubt(side);
            }
        }
    }

    public void OnListening(bool isListening, string reason)
    {
        // A site that tells nothing changes nothing: the frames go on being the evidence.
    }
}
