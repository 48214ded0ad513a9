namespace RMF.Engine.Live.Drill;

/// <summary>Hears what tiles do during a drill. Thread-safe.</summary>
public sealed class DrillEvents : ILiveObserver
{
    private readonly object gate = new();
    private readonly ILiveObserver next;
    private readonly Dictionary<string, TimeSpan> gaps = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TimeSpan> detections = new(StringComparer.Ordinal);
    private int switches;

    /// <param name="next">Hears the same. Null = nobody.</param>
    public DrillEvents(ILiveObserver? next = null) => this.next = next ?? NoLiveObserver.Instance;

    public void OnSwitch(TileSwitch moved)
    {
        lock (gate)
        {
            if (moved.IsSwitch)
            {
                switches++;
                if (!detections.ContainsKey(moved.Tile))
                {
                    detections.Add(moved.Tile, moved.Gap);
                }
            }
        }

        next.OnSwitch(moved);
    }

    public void OnPicture(string tile, TimeSpan gap)
    {
        lock (gate)
        {
            if (!gaps.ContainsKey(tile))
            {
                gaps.Add(tile, gap);
            }
        }

        next.OnPicture(tile, gap);
    }

    /// <summary>Forgets what was heard and gives how many switches that were.</summary>
    internal int Clear()
    {
        lock (gate)
        {
            var heard = switches;
            switches = 0;
            gaps.Clear();
            detections.Clear();
            return heard;
        }
    }

    internal int Count
    {
        get
        {
            lock (gate)
            {
                return gaps.Count;
            }
        }
    }

    internal int Switches
    {
        get
        {
            lock (gate)
            {
                return switches;
            }
        }
    }

    internal (TimeSpan? Gap, TimeSpan? Detection) Of(string tile)
    {
        lock (gate)
        {
            return (gaps.TryGetValue(tile, out var gap) ? gap : null, detections.TryGetValue(tile, out var detection) ? detection : null);
        }
    }
}
