using RMF.Engine.Ports;

namespace RMF.Engine.Playback;

/// <summary>
/// Recording servers that do not answer. After some failures in a row one is not asked again for a while: each asking takes as long as its
/// time-out and its retries, and a recording server has many cameras. Thread-safe.
/// </summary>
internal sealed class RecorderFailures(TimeProvider time, RecordingReaderOptions options)
{
    private readonly object gate = new();
    private readonly Dictionary<(string Site, string Recorder), (int InARow, SiteError Error, DateTimeOffset At)> failures = [];

    /// <summary>Why it is not asked now; null = ask.</summary>
    public SiteError? Find(RecordedSource source)
    {
        lock (gate)
        {
            return failures.TryGetValue(Key(source), out var known) && known.InARow >= options.GiveUpAfter && time.GetUtcNow() - known.At < options.GiveUpFor ? known.Error : null;
        }
    }

    /// <param name="source">Who was asked.</param>
    /// <param name="error">What came of it; null = an answer. A refusal is an answer too.</param>
    public void Note(RecordedSource source, SiteError? error)
    {
        lock (gate)
        {
            if (error is not { IsTransient: true })
            {
                failures.Remove(Key(source));
                return;
            }

            failures.TryGetValue(Key(source), out var before);
            failures[Key(source)] = (before.InARow + 1, error, time.GetUtcNow());
        }
    }

    private static (string Site, string Recorder) Key(RecordedSource source) => (source.Site, source.Camera.RecorderId);
}
