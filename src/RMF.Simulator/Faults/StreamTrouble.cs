namespace RMF.Simulator.Faults;

/// <summary>
/// The faults that one live stream has now. Looked up again when the site's faults have changed, so that asking for each frame costs
/// nothing. For one stream at a time: not thread-safe.
/// </summary>
internal sealed class StreamTrouble(FaultSet faults, Func<string, bool> isRecorder, Func<string, bool> isCamera)
{
    private const int JitterSigmas = 8;

    private IReadOnlyList<ActiveFault> listed = [];
    private int version = -1;
    private int slowest;
    private TimeSpan slowness;

    /// <summary>The stream is silent.</summary>
    public bool IsStalled => Has(FaultKind.StreamStall);

    public bool IsKilled => Has(FaultKind.StreamKill);

    public bool IsRefused => Has(FaultKind.StreamRefuse);

    public bool TakesNoToken => Has(FaultKind.StreamToken);

    /// <summary>How late a frame may come and is still to be sent.</summary>
    public TimeSpan LongestDelay { get; private set; }

    /// <summary>How much later the next frame comes, jitter included.</summary>
    public TimeSpan DrawDelay()
    {
        var current = Current();
        var delay = slowness;
        for (var i = 0; i < current.Count; i++)
        {
            if (current[i].Fault.Kind == FaultKind.StreamJitter)
            {
                delay += current[i].Fault.Jitter * faults.DrawDelay(current[i]);
            }
        }

        return delay;
    }

    /// <summary>The lowest rate that is set; null = none.</summary>
    public int? BytesPerSecond => Has(FaultKind.StreamThrottle) ? slowest : null;

    /// <summary>The fault of a kind that strikes the next frame; null = none does.</summary>
    public ActiveFault? Strikes(FaultKind kind)
    {
        var current = Current();
        for (var i = 0; i < current.Count; i++)
        {
            if (current[i].Fault.Kind == kind && faults.Draw(current[i]))
            {
                return current[i];
            }
        }

        return null;
    }

    private bool Has(FaultKind kind)
    {
        var current = Current();
        for (var i = 0; i < current.Count; i++)
        {
            if (current[i].Fault.Kind == kind)
            {
                return true;
            }
        }

        return false;
    }

    private IReadOnlyList<ActiveFault> Current()
    {
        if (faults.Version != version)
        {
            version = faults.Version;
            listed = faults.OfStreams(target => isCamera(target) || isRecorder(target));
            slowness = listed.Where(f => f.Fault.Kind == FaultKind.StreamSlow).Aggregate(TimeSpan.Zero, (sum, f) => sum + f.Fault.Delay);
            LongestDelay = slowness + listed.Aggregate(TimeSpan.Zero, (sum, f) => sum + (f.Fault.Kind == FaultKind.StreamJitter ? f.Fault.Jitter * JitterSigmas : TimeSpan.Zero));
            slowest = listed.Select(f => f.Fault.BytesPerSecond).Where(b => b > 0).DefaultIfEmpty(int.MaxValue).Min();
        }

        return listed;
    }
}
