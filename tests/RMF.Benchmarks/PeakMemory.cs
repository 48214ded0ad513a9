namespace RMF.Benchmarks;

/// <summary>Looks at the managed heap every few milliseconds and keeps the highest figure, garbage that was not collected yet included.</summary>
public sealed class PeakMemory : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(2);

    private readonly ManualResetEventSlim ended = new();
    private readonly Thread watcher;
    private long highest;

    public PeakMemory()
    {
        watcher = new Thread(Watch) { IsBackground = true, Priority = ThreadPriority.AboveNormal };
        watcher.Start();
    }

    public long Bytes => Math.Max(Interlocked.Read(ref highest), GC.GetTotalMemory(forceFullCollection: false));

    public void Dispose()
    {
        ended.Set();
        watcher.Join();
        ended.Dispose();
    }

    private void Watch()
    {
        do
        {
            Interlocked.Exchange(ref highest, Bytes);
        }
        while (!ended.Wait(Interval));
    }
}
