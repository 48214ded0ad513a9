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

    internal FaultSet(SiteClock clock, Func<int, int> seedOf, Action expireTokens)
    {
        this.clock = clock;
        this.seedOf = seedOf;
        this.expireTokens = expireTokens;
    }

    /// <summary>Sets a fault. Faults strike in the order in which they were set.</summary>
    /// <exception cref="InvalidOperationException">There are 10,000 already.</exception>
    public ActiveFault Add(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        FaultCheck.Validate(fault);
        lock (gate)
        {
            if (faults.Count >= MaxFaults)
            {
                throw new InvalidOperationException($"A site takes {MaxFaults} faults.");
            }

            var id = ++next;
            var active = new ActiveFault(id, fault, seedOf(id));
            faults.Add(active);
            SetClock();
            return active;
        }
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
        lock (gate)
        {
            var removed = faults.Remove(fault);
            SetClock();
            return removed;
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            faults.Clear();
            SetClock();
        }
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
    internal IReadOnlyList<FaultStrike> Strikes(SimRequest request)
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
                if (FaultPattern.Fits(active.Fault, request) && active.Draw())
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

    private void SetClock() =>
        clock.Skew = faults.Where(f => f.Fault.Kind == FaultKind.ClockSkew).Aggregate(TimeSpan.Zero, (sum, f) => sum + f.Fault.Delay);
}
