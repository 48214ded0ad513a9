using System.Diagnostics;
using System.Windows.Threading;

namespace RMF.SmartClient.Host.Measuring;

/// <summary>Measures how long the user interface's thread lets others wait: it is asked again and again from another thread.</summary>
internal sealed class UiWatch : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(10);
    private readonly Dispatcher dispatcher;
    private readonly Thread thread;
    private volatile bool ended;
    private long longestTicks;

    public UiWatch(Dispatcher dispatcher)
    {
        this.dispatcher = dispatcher;
        thread = new(Ask) { IsBackground = true, Name = "UI watch", Priority = ThreadPriority.AboveNormal };
        thread.Start();
    }

    /// <summary>The longest wait since it was made or reset.</summary>
    public TimeSpan Longest => TimeSpan.FromTicks(Interlocked.Read(ref longestTicks));

    public void Reset() => Interlocked.Exchange(ref longestTicks, 0);

    public void Dispose()
    {
        ended = true;
        thread.Join(TimeSpan.FromSeconds(1));
    }

    private void Ask()
    {
        while (!ended)
        {
            var asked = Stopwatch.GetTimestamp();
            using var answered = new ManualResetEventSlim();
            _ = dispatcher.BeginInvoke(DispatcherPriority.Send, answered.Set);
            while (!ended && !answered.Wait(Interval))
            {
            }

            var waited = Stopwatch.GetElapsedTime(asked).Ticks;
            for (var longest = Interlocked.Read(ref longestTicks); waited > longest && Interlocked.CompareExchange(ref longestTicks, waited, longest) != longest;)
            {
                longest = Interlocked.Read(ref longestTicks);
            }

            Thread.Sleep(Interval);
        }
    }
}
