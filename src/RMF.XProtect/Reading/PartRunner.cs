using System.Collections.Concurrent;
using RMF.Core.Inventory;
using RMF.Engine.Ports;

namespace RMF.XProtect.Reading;

/// <summary>
/// Runs thousands of small reads on the site's connections. What fails after its retries is unread and the rest goes on, until so many in
/// a row have failed that the site, or one recording server, must be taken for gone: the remaining ones are then unread at once instead of
/// after hours of retries.
/// </summary>
internal sealed class PartRunner(SiteSession session, int workers, Action<int, int> report)
{
    /// <summary>Failures in a row, each after all its retries, that end the stage.</summary>
    public const int GiveUpAfter = 12;

    /// <summary>The same for the devices of one recording server, while the others answer.</summary>
    public const int GiveUpRecorderAfter = 4;

    private const int ReportEvery = 100;

    private readonly PartReader reader = new(session);
    private readonly ConcurrentDictionary<ItemKey, RecorderReads> recorders = new();
    private int failuresInARow;
    private volatile SiteError? gaveUp;

    public async Task RunAsync(IReadOnlyList<PartJob> jobs, int done, int total, CancellationToken cancellationToken)
    {
        var items = new Item?[jobs.Count];
        var next = -1;
        var finished = done;
        async Task WorkAsync()
        {
            for (var i = Interlocked.Increment(ref next); i < jobs.Count; i = Interlocked.Increment(ref next))
            {
                items[i] = await RunAsync(jobs[i], cancellationToken).ConfigureAwait(false);
                var count = Interlocked.Increment(ref finished);
                if (count % ReportEvery == 0 || count == total)
                {
                    report(count, total);
                }
            }
        }

        var running = new Task[Math.Max(1, Math.Min(workers, jobs.Count))];
        for (var i = 0; i < running.Length; i++)
        {
            running[i] = WorkAsync();
        }

        await Task.WhenAll(running).ConfigureAwait(false);
        for (var i = 0; i < jobs.Count; i++)
        {
            if (items[i] is { } item)
            {
                jobs[i].Reading.Items.Add(item);
            }
        }
    }

    private async Task<Item?> RunAsync(PartJob job, CancellationToken cancellationToken)
    {
        var kind = job.Reading.Binding.Kind;
        var recorder = job.Recorder is { } key ? recorders.GetOrAdd(key, static _ => new RecorderReads()) : null;
        if ((gaveUp ?? recorder?.GaveUp) is { } reason)
        {
            job.Reading.MissOne(job.Owner.Key.Id, $"not tried any more: {reason.Message}", reason);
            return null;
        }

        if (session.Refused.ContainsKey(kind))
        {
            return null;
        }

        var outcome = await reader.ReadAsync(job.Reading.Binding, job.Owner.Key.Id, job.Owner.Key, job.WithDefinitions, cancellationToken).ConfigureAwait(false);
        if (outcome.Error is not { } error)
        {
            Volatile.Write(ref failuresInARow, 0);
            recorder?.Answered();
            return outcome.Value;
        }

        if (session.Refused.ContainsKey(kind))
        {
            return null;
        }

        job.Reading.MissOne(job.Owner.Key.Id, error.ToString(), error);
        var isFinal = error.Kind is SiteErrorKind.Unauthorized or SiteErrorKind.InvalidCredentials or SiteErrorKind.CertificateNotTrusted;
        if (isFinal || (error.IsTransient && Interlocked.Increment(ref failuresInARow) >= GiveUpAfter))
        {
            gaveUp = error;
        }

        if (error.IsTransient)
        {
            recorder?.Failed(error);
        }

        return null;
    }

    /// <summary>How one recording server answers. Thread-safe.</summary>
    private sealed class RecorderReads
    {
        private int failures;

        /// <summary>Why it is asked no more; null while it is.</summary>
        public volatile SiteError? GaveUp;

        public void Answered() => Volatile.Write(ref failures, 0);

        public void Failed(SiteError error)
        {
            if (Interlocked.Increment(ref failures) >= GiveUpRecorderAfter)
            {
                GaveUp = error;
            }
        }
    }
}
