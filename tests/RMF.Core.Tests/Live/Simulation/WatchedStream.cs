using RMF.Core.Inventory;
using RMF.Core.Live;

namespace RMF.Core.Tests.Live.Simulation;

/// <summary>One side's stream of a tile, as it truly is.</summary>
internal sealed class WatchedStream(Side side)
{
    public Side Side => side;

    public PeerStream Peers { get; set; } = null!;

    public long Count { get; set; }

    public bool IsCut { get; set; }

    public TimeSpan LastArrival { get; set; }

    /// <summary>The last frame that reached the host.</summary>
    public TimeSpan? LastFrame { get; private set; }

    /// <summary>Since when frames come in their rhythm.</summary>
    public TimeSpan GoodSince { get; private set; }

    public void Delivered(TimeSpan now, TimeSpan interval)
    {
        if (LastFrame is not { } last || now - last > interval * 2)
        {
            GoodSince = now;
        }

        LastFrame = now;
    }
}
