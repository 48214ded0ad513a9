using System.Diagnostics;

namespace RMF.Benchmarks.Live;

/// <summary>
/// How long this process was kept from running, while somebody looks: the longest a timer of ten milliseconds was late. What a busy machine
/// does to a measurement is not what the product does. Thread-safe.
/// </summary>
public sealed class Stall : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(10);

    private readonly object gate = new();
    private readonly Timer timer;
    private long last = Stopwatch.GetTimestamp();
    private TimeSpan longest;

    public Stall() => timer = new Timer(_ => Note(), null, Period, Period);

    /// <summary>The longest since it was made.</summary>
    public TimeSpan Longest
    {
        get
        {
            Note();
            lock (gate)
            {
                return longest;
            }
        }
    }

    public void Dispose() => timer.Dispose();

    private void Note()
    {
        lock (gate)
        {
            var late = Stopwatch.GetElapsedTime(last) - Period;
            last = Stopwatch.GetTimestamp();
            longest = late > longest ? late : longest;
        }
    }
}
