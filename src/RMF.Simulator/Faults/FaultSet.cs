using RMF.Simulator.Faults;
using RMF.Simulator.Http;

namespace RMF.Simulator;

/// <summary>The faults of one site. Thread-safe; what is added works from the next request on.</summary>
public sealed class FaultSet
{
    private const int MaxFaults = 10_000;

    private readonly object gate = new();
    private readonly List<ActiveFault> faults = [];
    private readonly Func<int, int> seedOf;
    private readonly SiteClock clock;
    private readonly Action expireTokens;
    private int next;
    private int version;

    internal FaultSet(SiteClock clock, Func<int, int> seedOf, Action expireTokens)
    {
        this.clock = clock;
        this.seedOf = seedOf;
        this.expireTokens = expireTokens;
    }

    /// <summary>Told after each change, from the thread that made it, outside of any lock.</summary>
    internal event EventHandler? Changed;

    /// <summary>Another number after each change.</summary>
    internal int Version => Volatile.Read(ref version);

    /// <summary>Sets a fault. Faults strike in the order in which they were set.</summary>
    /// <exception cref="InvalidOperationException">There are 10,000 already.</exception>
    public ActiveFault Add(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        FaultCheck.Validate(fault);
        ActiveFault active;
        lock (gate)
        {
            if (faults.Count >= MaxFaults)
            {
                throw new InvalidOperationException($"A site takes {MaxFaults} faults.");
            }

            var id = ++next;
            active = new ActiveFault(id, fault, seedOf(id));
            faults.Add(active);
            SetClock();
        }

        Changed?.Invoke(this, EventArgs.Empty);
        return active;
    }

    public void AddRange(IEnumerable<Fault> listed)
    {
        foreach (var fault in listed)
        {
            Add(fault);
        }
    }

    /// <summary>Takes a fault away; false when it was gone.</summary>
    public bool Remove(ActiveFault fault)
    {
        bool removed;
        lock (gate)
        {
            removed = faults.Remove(fault);
            SetClock();
        }

        Changed?.Invoke(this, EventArgs.Empty);
        return removed;
    }

    public void Clear()
    {
        lock (gate)
        {
            faults.Clear();
            SetClock();
        }

        Changed?.Invoke(this, EventArgs.Empty);
    }

    public IReadOnlyList<ActiveFault> List()
    {
        lock (gate)
        {
            return [.. faults];
        }
    }

    /// <summary>Ends every token issued so far, now.</summary>
    public void ExpireTokensNow() => expireTokens();

    /// <summary>The faults that strike a request, with the jitter drawn.</summary>
    /// <param name="request">The request.</param>
    /// <param name="isRecorder">Says whether a target is the recorder that is asked; null = the site itself is asked.</param>
    internal IReadOnlyList<FaultStrike> Strikes(SimRequest request, Func<string, bool>? isRecorder)
    {
        lock (gate)
        {
            if (faults.Count == 0)
            {
                return [];
            }

            List<FaultStrike>? strikes = null;
            foreach (var active in faults)
            {
                if (FaultPattern.Fits(active.Fault, request, isRecorder) && active.Draw())
                {
                    var delay = active.Fault.Delay + (active.Fault.Jitter * active.Chance.NextDouble());
                    (strikes ??= []).Add(new FaultStrike(active.Fault, delay));
                }
            }

            return strikes ?? (IReadOnlyList<FaultStrike>)[];
        }
    }

    internal bool Stands(FaultKind kind, Func<string, bool> isTarget)
    {
        lock (gate)
        {
            return faults.Exists(f => f.Fault.Kind == kind && f.Fault.Target is { } target && isTarget(target));
        }
    }

    /// <summary>The faults of streams that are for a target.</summary>
    internal IReadOnlyList<ActiveFault> OfStreams(Func<string, bool> isTarget)
    {
        lock (gate)
        {
            return faults.Exists(f => f.Fault.IsOfStreams) ? [.. faults.Where(f => f.Fault.IsOfStreams && (f.Fault.Target is not { } target || isTarget(target)))] : [];
        }
    }

    /// <summary>Counts something that a fault is for and says whether it strikes.</summary>
    internal bool Draw(ActiveFault active)
    {
        lock (gate)
        {
            return active.Draw();
        }
    }

    /// <summary>A draw from half of a normal distribution with sigma 1.</summary>
    internal double DrawDelay(ActiveFault active)
    {
        lock (gate)
        {
            // Box and Muller's way; 1 - x, because the logarithm of zero is none.
            return Math.Abs(Math.Sqrt(-2 * Math.Log(1 - active.Chance.NextDouble())) * Math.Cos(2 * Math.PI * active.Chance.NextDouble()));
        }
    }

    /// <summary>Bytes of noise.</summary>
    internal void DrawNoise(ActiveFault active, Span<byte> target)
    {
        lock (gate)
        {
            active.Chance.NextBytes(target);
        }
    }

    /// <summary>Call under the lock, after each change.</summary>
    private void SetClock()
    {
        Interlocked.Increment(ref version);
        clock.Skew = faults.Where(f => f.Fault.Kind == FaultKind.ClockSkew).Aggregate(TimeSpan.Zero, (sum, f) => sum + f.Fault.Delay);
    }
}
