using RMF.Engine.Live;
using RMF.Engine.Publishing;
using RMF.Policy.Publishing;
using RMF.SmartClient.Model.Hosting;
using RMF.SmartClient.Model.Sites;

namespace RMF.SmartClient.Model.Policies;

/// <summary>
/// Knows the policy in force: from the local copy at the start, then from every site that answers. The newest valid serial counts; what is invalid
/// is reported and changes nothing. Thread-safe. Disposing it ends the asking.
/// </summary>
public sealed class PolicyWatch : IAsyncDisposable
{
    /// <summary>Between two askings where nothing tells of a change.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(60);

    /// <summary>Between two askings while a place could not be asked, or nothing was found at all.</summary>
    public static readonly TimeSpan ShortPeriod = TimeSpan.FromSeconds(5);

    /// <summary>The longest wait for one place's answer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly object gate = new();
    private readonly Dictionary<string, PlaceSaid> said = new(StringComparer.Ordinal);
    private readonly TimeProvider time;
    private readonly string copy;
    private readonly Func<IReadOnlyList<ClientSite>> sites;
    private readonly Action changed;
    private readonly CancellationTokenSource ending = new();
    private readonly ITimer timer;
    private PublishedReading? inForce;
    private PolicyInForce? current;
    private Task asking = Task.CompletedTask;
    private bool isAsking;
    private bool isAskedAgain;

    /// <summary>Reads the local copy at once.</summary>
    /// <param name="platform">The clock and the folder of the local copy.</param>
    /// <param name="sites">The sites to ask, the preferred one first; asked for each time.</param>
    /// <param name="changed">Hears after each asking, from any thread, and must return quickly.</param>
    internal PolicyWatch(IClientPlatform platform, Func<IReadOnlyList<ClientSite>> sites, Action changed)
    {
        time = platform.Time;
        copy = Path.Combine(platform.DataFolder, "policy.rmfpublished");
        this.sites = sites;
        this.changed = changed;
        Take([PublishedCopy.Load(copy)]);
        timer = time.CreateTimer(static w => ((PolicyWatch)w!).Wake(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The policy in force; null before any was found.</summary>
    public PolicyInForce? Current => Volatile.Read(ref current);

    /// <summary>What each place said last.</summary>
    public IReadOnlyList<PlaceSaid> Places
    {
        get
        {
            lock (gate)
            {
                return [.. said.Values.OrderBy(p => p.Place, StringComparer.Ordinal)];
            }
        }
    }

    /// <summary>When all places were asked last, UTC; null before that.</summary>
    public DateTimeOffset? LastAsked { get; private set; }

    /// <summary>Why the local copy could not be written; null when it was.</summary>
    public string? CopyProblem { get; private set; }

    /// <summary>Asks at once, e.g. because a message told of a change. While it asks already it asks once more afterwards.</summary>
    public void Wake()
    {
        lock (gate)
        {
            if (ending.IsCancellationRequested)
            {
                return;
            }

            if (isAsking)
            {
                isAskedAgain = true;
                return;
            }

            isAsking = true;
            asking = Task.Run(AskAsync);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        ending.Cancel();
        timer.Dispose();
        Task last;
        lock (gate)
        {
            last = asking;
        }

        await last.ConfigureAwait(false);
        ending.Dispose();
    }

    private async Task AskAsync()
    {
        var asked = sites();
        try
        {
            var answers = await Task.WhenAll(asked.Select(AskAsync)).ConfigureAwait(false);
            lock (gate)
            {
                LastAsked = time.GetUtcNow();
                foreach (var gone in said.Keys.Where(p => p != PublishedCopy.Source && asked.All(s => s.Info.Name != p)).ToList())
                {
                    said.Remove(gone);
                }
            }

            if (Take(answers) is { } taken && taken.Source != PublishedCopy.Source)
            {
                Save(taken.Published);
            }

            changed();
            Again(asked.Count == 0 || Current is null || answers.Any(a => a.IsUnreachable) ? ShortPeriod : Period);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The end.
        }
    }

    private async Task<PublishedReading> AskAsync(ClientSite site)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ending.Token);
        var reading = ReadAsync(site, patience.Token);
        var late = time.DelayAsync(Patience, patience.Token);
        if (await Task.WhenAny(reading, late).ConfigureAwait(false) == reading)
        {
            patience.Cancel();
            return await reading.ConfigureAwait(false);
        }

        patience.Cancel();
        ending.Token.ThrowIfCancellationRequested();
        return Unreachable(site, FormattableString.Invariant($"it did not answer in {Patience.TotalSeconds} s"));
    }

    private async Task<PublishedReading> ReadAsync(ClientSite site, CancellationToken cancellationToken)
    {
        try
        {
            return (await PolicyPublication.ReadAsync(site, inForce, cancellationToken).ConfigureAwait(false)).Reading;
        }
        catch (Exception exception) when (exception is ObjectDisposedException or OperationCanceledException && !ending.IsCancellationRequested)
        {
            // The site was closed while it was asked, because another policy has other sites. The next asking knows.
            return Unreachable(site, "its connection was closed");
        }
    }

    private static PublishedReading Unreachable(ClientSite site, string why) => new(site.Info.Name, null, why) { IsUnreachable = true };

    private void Again(TimeSpan period)
    {
        lock (gate)
        {
            if (ending.IsCancellationRequested)
            {
                isAsking = false;
            }
            else if (isAskedAgain)
            {
                isAskedAgain = false;
                asking = Task.Run(AskAsync);
            }
            else
            {
                isAsking = false;
                timer.Change(period, Timeout.InfiniteTimeSpan);
            }
        }
    }

    /// <summary>Gives the policy that is in force from now on, where that is another one.</summary>
    private PolicyInForce? Take(IReadOnlyList<PublishedReading> readings)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            foreach (var reading in readings)
            {
                said[reading.Source] = new PlaceSaid(reading.Source, now, reading.Policy?.Serial, reading.Problem, reading.IsUnreachable);
            }

            var newest = PublishedChoice.Newest(readings, inForce);
            if (newest is null || ReferenceEquals(newest, inForce) || PolicyInForce.Of(newest, now) is not { } taken)
            {
                return null;
            }

            inForce = newest;
            Volatile.Write(ref current, taken);
            return taken;
        }
    }

    private void Save(PublishedPolicy policy)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            PublishedCopy.Save(copy, policy);
            CopyProblem = null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            CopyProblem = exception.Message;
        }
    }
}
