using System.Runtime.CompilerServices;
using RMF.Core.Playback;
using RMF.Engine.Ports;

namespace RMF.Engine.Playback;

/// <summary>
/// Reads what both sides have recorded. A side that cannot be read is unknown and never empty. Answers near now are kept for seconds, older
/// ones for minutes. A recording server that does not answer is not asked for each of its cameras. Thread-safe.
/// </summary>
public sealed class RecordingReader
{
    private readonly TimeProvider time;
    private readonly RecordingReaderOptions options;
    private readonly RecordingCache cache;
    private readonly RecorderFailures failures;

    public RecordingReader(TimeProvider time, RecordingReaderOptions? options = null)
    {
        this.time = time;
        this.options = options ?? new RecordingReaderOptions();
        cache = new RecordingCache(time, this.options);
        failures = new RecorderFailures(time, this.options);
    }

    public RecordingReaderOptions Options => options;

    /// <summary>Both sides' sequences of a camera in a range, cut at its ends.</summary>
    public async Task<PairRecordings> ReadAsync(RecordedPair pair, TimeRange range, CancellationToken cancellationToken)
    {
        var primary = ReadAsync(pair.Primary, range, cancellationToken);
        var secondary = ReadAsync(pair.Secondary, range, cancellationToken);
        await Task.WhenAll(primary, secondary).ConfigureAwait(false);
        return new PairRecordings(pair, range, await primary.ConfigureAwait(false), await secondary.ConfigureAwait(false));
    }

    /// <summary>The same of many cameras, in their order, <see cref="RecordingReaderOptions.AtOnce"/> of them under way. Each comes as soon as it and those before it are read.</summary>
    public async IAsyncEnumerable<PairRecordings> ReadAllAsync(IEnumerable<RecordedPair> pairs, TimeRange range, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var underWay = new Queue<Task<PairRecordings>>();
        try
        {
            foreach (var pair in pairs)
            {
                if (underWay.Count >= Math.Max(1, options.AtOnce))
                {
                    yield return await underWay.Dequeue().ConfigureAwait(false);
                }

                underWay.Enqueue(ReadAsync(pair, range, stop.Token));
            }

            while (underWay.Count > 0)
            {
                yield return await underWay.Dequeue().ConfigureAwait(false);
            }
        }
        finally
        {
            // Where the caller stops early, nothing is left behind that nobody waits for.
#if NET8_0_OR_GREATER
            await stop.CancelAsync().ConfigureAwait(false);
#else
            stop.Cancel();
#endif
            foreach (var left in underWay)
            {
                _ = left.ContinueWith(static t => _ = t.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            }
        }
    }

    /// <summary>Forgets what is known of a camera: it has fetched from its edge storage.</summary>
    public void Forget(RecordedSource source) => cache.Forget(source);

    private async Task<SideRecordings> ReadAsync(RecordedSource? source, TimeRange range, CancellationToken cancellationToken)
    {
        if (source is null)
        {
            return SideRecordings.None;
        }

        if (cache.Find(source, range) is { } known)
        {
            return SideRecordings.Of(known);
        }

        if (failures.Find(source) is { } away)
        {
            return SideRecordings.Unknown(away);
        }

        var at = time.GetUtcNow();
        var read = await source.Recordings.ReadSequencesAsync(source.Camera, range, cancellationToken).ConfigureAwait(false);
        failures.Note(source, read.Error);
        if (!read.TryGet(out var sequences))
        {
            return SideRecordings.Unknown(read.Error!);
        }

        var set = TimeRangeSet.Of(sequences).Join(options.Tolerance).Within(range);
        cache.Put(source, range, set, at);
        return SideRecordings.Of(set);
    }
}
