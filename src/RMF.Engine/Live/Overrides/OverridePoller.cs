using RMF.Core.Live;
using RMF.Engine.Ports;

namespace RMF.Engine.Live;

/// <summary>
/// Knows the overrides in force, by asking the sites of both sides every two seconds. A site that does not answer counts with what it said last,
/// so that losing one side changes nothing. It writes nothing. Disposing it ends the asking. Thread-safe.
/// </summary>
public sealed class OverridePoller : IAsyncDisposable
{
    /// <summary>Between two askings.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(2);

    /// <summary>The longest wait for one site's answer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly IReadOnlyList<ISite> sites;
    private readonly TimeProvider time;
    private readonly Action<OverridesInForce>? changed;
    private readonly CancellationTokenSource ending = new();
    private readonly SiteWatch[] watches;
    private readonly ITimer timer;
    private readonly object gate = new();
    private OverridesInForce current = OverridesInForce.None;
    private int asked;

    /// <param name="sites">The policy's sites.</param>
    /// <param name="time">The clock. Orders are judged in <see cref="ServerTime"/>.</param>
    /// <param name="changed">Hears of each change of what is in force, one call at a time, on a thread of the pool. It must return quickly and not throw.</param>
    public OverridePoller(IEnumerable<ISite> sites, TimeProvider time, Action<OverridesInForce>? changed = null)
    {
        this.sites = [.. sites];
        this.time = time;
        this.changed = changed;
        watches = [.. this.sites.Select(_ => new SiteWatch())];
        timer = time.CreateTimer(static p => ((OverridePoller)p!).Tick(), this, Period, Period);
        Tick();
    }

    /// <summary>The overrides in force, as far as they are known.</summary>
    public OverridesInForce Current => Volatile.Read(ref current);

    /// <summary>How often a site has answered, counted over all sites.</summary>
    public int Answers => Volatile.Read(ref asked);

    /// <summary>Asks at once, e.g. because an event told of a change; without effect on a site that is being asked.</summary>
    public void Wake() => Tick();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        ending.Cancel();
#if NET8_0_OR_GREATER
        await timer.DisposeAsync().ConfigureAwait(false);
#else
        timer.Dispose();
        await Task.CompletedTask.ConfigureAwait(false);
#endif
        await Task.WhenAll(watches.Select(w => w.Last)).ConfigureAwait(false);
        ending.Dispose();
    }

    private void Tick()
    {
        lock (gate)
        {
            if (ending.IsCancellationRequested)
            {
                return;
            }

            for (var i = 0; i < watches.Length; i++)
            {
                // A slow site is asked again when it has answered, and holds up no other.
                if (watches[i].Last.IsCompleted)
                {
                    var (site, watch) = (sites[i], watches[i]);

                    // On the pool, whatever thread the timer ticks on: a client's timer ticks on its user interface's.
                    watch.Last = Task.Run(() => AskAsync(site, watch));
                }
            }

            // Time alone ends an override too.
            Settle();
        }
    }

    private async Task AskAsync(ISite site, SiteWatch watch)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ending.Token);
        using var bound = time.CreateTimer(static c => Cancel((CancellationTokenSource)c!), patience, Patience, Timeout.InfiniteTimeSpan);
        try
        {
            var seen = await OverrideStore.ReadAsync(site, patience.Token).ConfigureAwait(false);
            lock (gate)
            {
                watch.Records = seen.Records ?? watch.Records;
                Settle();
            }

            Interlocked.Increment(ref asked);
        }
        catch (OperationCanceledException)
        {
            // No answer in time, or the end: what it said last counts.
        }
    }

    private static void Cancel(CancellationTokenSource source)
    {
        try
        {
            source.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The answer came in the same moment.
        }
    }

    private void Settle()
    {
        if (ending.IsCancellationRequested)
        {
            return;
        }

        var ahead = ServerTime.Ahead(sites);
        var now = new OverridesInForce(watches.SelectMany(w => w.Records), time.GetUtcNow() + ahead) { Ahead = ahead };
        if (!now.All.SequenceEqual(current.All))
        {
            Volatile.Write(ref current, now);
            changed?.Invoke(now);
        }
    }

    private sealed class SiteWatch
    {
        public Task Last { get; set; } = Task.CompletedTask;

        public IReadOnlyList<OverrideRecord> Records { get; set; } = [];
    }
}
