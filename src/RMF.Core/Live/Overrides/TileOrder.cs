using RMF.Core.Inventory;

namespace RMF.Core.Live;

/// <summary>What the overrides in force tell one tile.</summary>
/// <param name="Pin">The side that it is to show; null = what the policy says.</param>
/// <param name="Until">When the pin ends by itself, in server time; null = when it is lifted.</param>
/// <param name="IsSuspended">Whether it stays where it is while it has a picture.</param>
public readonly record struct TileOrder(Side? Pin, DateTimeOffset? Until, bool IsSuspended)
{
    /// <summary>What a tile has to be told so that it follows this order, when it followed another one before.</summary>
    /// <param name="before">The order that it follows.</param>
    /// <param name="now">Server time.</param>
    /// <param name="steady">The same moment on the tile's steady clock.</param>
    public IReadOnlyList<TileEvent> Since(TileOrder before, DateTimeOffset now, TimeSpan steady)
    {
        var events = new List<TileEvent>(2);
        if (Pin is { } side && (before.Pin != Pin || before.Until != Until))
        {
            events.Add(TileEvent.Pin(side, Until is { } until ? steady + (until - now) : null));
        }
        else if (Pin is null && before.Pin is not null)
        {
            events.Add(TileEvent.Unpin);
        }

        if (IsSuspended != before.IsSuspended)
        {
            events.Add(IsSuspended ? TileEvent.Suspend : TileEvent.Resume);
        }

        return events;
    }
}
