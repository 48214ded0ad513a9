using RMF.Core.Playback;
using RMF.Engine.Ports;

namespace RMF.Engine.Playback;

/// <summary>The last answer of each camera of each site, for as long as it may be believed. Thread-safe. Bounded by the number of sequences.</summary>
internal sealed class RecordingCache(TimeProvider time, RecordingReaderOptions options)
{
    private readonly object gate = new();
    private readonly Dictionary<(string Site, RecordedCamera Camera), LinkedListNode<Answer>> answers = [];
    private readonly LinkedList<Answer> byAge = [];
    private int kept;

    /// <summary>What is known of a range; null where it must be asked.</summary>
    public TimeRangeSet? Find(RecordedSource source, TimeRange range)
    {
        lock (gate)
        {
            if (!answers.TryGetValue((source.Site, source.Camera), out var node) || range.Begin < node.Value.Range.Begin || range.End > node.Value.Range.End)
            {
                return null;
            }

            var age = time.GetUtcNow() - node.Value.At;
            var longest = range.End > node.Value.At - options.NearNow ? options.KeepNew : options.KeepOld;
            return age <= longest ? node.Value.Sequences.Within(range) : null;
        }
    }

    /// <param name="source">The camera.</param>
    /// <param name="range">What was asked for.</param>
    /// <param name="sequences">The answer.</param>
    /// <param name="at">When it was asked: what was recorded later is not in it.</param>
    public void Put(RecordedSource source, TimeRange range, TimeRangeSet sequences, DateTimeOffset at)
    {
        lock (gate)
        {
            Remove((source.Site, source.Camera));
            var node = byAge.AddLast(new Answer((source.Site, source.Camera), range, sequences, at));
            answers[node.Value.Key] = node;
            kept += node.Value.Cost;
            while (kept > options.MostKept && byAge.First is { } oldest)
            {
                Remove(oldest.Value.Key);
            }
        }
    }

    public void Forget(RecordedSource source)
    {
        lock (gate)
        {
            Remove((source.Site, source.Camera));
        }
    }

    private void Remove((string Site, RecordedCamera Camera) key)
    {
        if (answers.TryGetValue(key, out var node))
        {
            answers.Remove(key);
            byAge.Remove(node);
            kept -= node.Value.Cost;
        }
    }

    private sealed record Answer((string Site, RecordedCamera Camera) Key, TimeRange Range, TimeRangeSet Sequences, DateTimeOffset At)
    {
        public int Cost => Sequences.Count + 1;
    }
}
