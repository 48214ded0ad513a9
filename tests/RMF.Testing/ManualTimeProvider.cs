namespace RMF.Testing;

/// <summary>
/// A clock that moves only when a test moves it. Timers fire in due order, on the thread that calls <see cref="Advance"/>.
/// Thread-safe. With <see cref="AutoAdvance"/> a wait costs no real time: each timer that is made moves the clock to its due time.
/// </summary>
public sealed class ManualTimeProvider : TimeProvider
{
    private readonly object gate = new();
    private readonly List<ManualTimer> timers = [];
    private DateTimeOffset now;

    public ManualTimeProvider(DateTimeOffset? start = null) => now = start ?? new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>When true, waiting on this clock returns at once and the clock has moved by the time waited.</summary>
    public bool AutoAdvance { get; init; }

    /// <summary>With <see cref="AutoAdvance"/>: timers that are longer than this are left alone, because they are time-outs and not waits. Default: none is.</summary>
    public TimeSpan AutoAdvanceLimit { get; init; } = TimeSpan.MaxValue;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    /// <summary>Moves the clock forward and fires what falls due on the way, in order.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        AdvanceTo(GetUtcNow() + by);
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private void AdvanceTo(DateTimeOffset target)
    {
        while (true)
        {
            ManualTimer? next;
            lock (gate)
            {
                next = timers.Where(t => t.Due <= target).MinBy(t => t.Due);
                if (next is null)
                {
                    now = target > now ? target : now;
                    return;
                }

                now = next.Due > now ? next.Due : now;
                next.Reschedule();
            }

            next.Fire();
        }
    }

    private void Schedule(ManualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (gate)
        {
            timers.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                return;
            }

            timer.Due = now + dueTime;
            timer.Period = period;
            timers.Add(timer);
        }

        if (AutoAdvance && dueTime <= AutoAdvanceLimit)
        {
            ThreadPool.QueueUserWorkItem(static s => s.Provider.AdvanceTo(s.Due), timer, preferLocal: false);
        }
    }

    private void Unschedule(ManualTimer timer)
    {
        lock (gate)
        {
            timers.Remove(timer);
        }
    }

    private sealed class ManualTimer(ManualTimeProvider provider, TimerCallback callback, object? state) : ITimer
    {
        public ManualTimeProvider Provider => provider;

        public DateTimeOffset Due { get; set; }

        public TimeSpan Period { get; set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            provider.Schedule(this, dueTime, period);
            return true;
        }

        public void Reschedule()
        {
            if (Period > TimeSpan.Zero)
            {
                Due += Period;
            }
            else
            {
                provider.timers.Remove(this);
            }
        }

        public void Fire() => callback(state);

        public void Dispose() => provider.Unschedule(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
