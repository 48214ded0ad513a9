namespace RMF.XProtect.Http;

/// <summary>
/// How far a server's clock is ahead of this host's, from the Date header of its answers. The header has whole seconds, so what is below
/// <see cref="Least"/> is taken for none. Thread-safe.
/// </summary>
internal sealed class ServerClock
{
    /// <summary>Differences below it are not told from the coarseness of the header and the way of the answer.</summary>
    public static readonly TimeSpan Least = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan HalfASecond = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(5);

    private long ahead;

    /// <summary>Zero until an answer told it.</summary>
    public TimeSpan Ahead => TimeSpan.FromTicks(Interlocked.Read(ref ahead));

    /// <param name="date">The header; null = the answer had none.</param>
    /// <param name="headAt">When the head of the answer had come, by this host's clock.</param>
    /// <param name="took">How long it took. An answer that took long says little of when it was made.</param>
    public void Note(DateTimeOffset? date, DateTimeOffset headAt, TimeSpan took)
    {
        if (date is { } told && took < LongestAnswer)
        {
            var difference = told + HalfASecond - (headAt - TimeSpan.FromTicks(took.Ticks / 2));
            Interlocked.Exchange(ref ahead, difference.Duration() < Least ? 0 : difference.Ticks);
        }
    }
}
