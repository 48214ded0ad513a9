using System.Windows.Threading;

namespace RMF.SmartClient.Mip;

/// <summary>
/// The system's clock, with timers that tick on the user interface's thread: a client that stands still then sees no time pass, and does not
/// take its own pause for video that stopped. Thread-safe.
/// </summary>
internal sealed class DispatcherTime(Dispatcher dispatcher) : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new UiTimer(dispatcher, () => callback(state), dueTime, period);

    private sealed class UiTimer : ITimer
    {
        private readonly object gate = new();
        private readonly DispatcherTimer timer;
        private TimeSpan period;
        private bool isDisposed;

        public UiTimer(Dispatcher dispatcher, Action tick, TimeSpan dueTime, TimeSpan period)
        {
            timer = new DispatcherTimer(DispatcherPriority.Normal, dispatcher);
            timer.Tick += (_, _) =>
            {
                if (Next())
                {
                    tick();
                }
            };
            Change(dueTime, period);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (gate)
            {
                timer.Stop();
                this.period = period;
                if (isDisposed || dueTime < TimeSpan.Zero)
                {
                    return !isDisposed;
                }

                timer.Interval = dueTime;
                timer.Start();
                return true;
            }
        }

        public void Dispose()
        {
            lock (gate)
            {
                isDisposed = true;
                timer.Stop();
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }

        /// <summary>A dispatcher's timer has one interval: after the first tick it is the period, or nothing.</summary>
        private bool Next()
        {
            lock (gate)
            {
                if (isDisposed || !timer.IsEnabled)
                {
                    return false;
                }

                if (period <= TimeSpan.Zero)
                {
                    timer.Stop();
                }
                else if (timer.Interval != period)
                {
                    timer.Interval = period;
                }

                return true;
            }
        }
    }
}
