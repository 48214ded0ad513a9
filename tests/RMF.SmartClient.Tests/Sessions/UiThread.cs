using System.Collections.Concurrent;

namespace RMF.SmartClient.Tests.Sessions;

/// <summary>A user interface's thread and its clock: the machine's time, with timers that tick on the thread, one tick at a time.</summary>
internal sealed class UiThread : TimeProvider, IDisposable
{
    private readonly BlockingCollection<Action> posted = [];
    private readonly Thread thread;

    public UiThread()
    {
        thread = new Thread(() =>
        {
            foreach (var action in posted.GetConsumingEnumerable())
            {
                action();
            }
        })
        { IsBackground = true };
        thread.Start();
    }

    public void Post(Action action)
    {
        if (!posted.IsAddingCompleted)
        {
            posted.Add(action);
        }
    }

    public Task<T> On<T>(Func<T> what)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        posted.Add(() =>
        {
            try
            {
                done.SetResult(what());
            }
            catch (Exception exception)
            {
                done.SetException(exception);
            }
        });
        return done.Task;
    }

    public Task On(Action what) => On(() =>
    {
        what();
        return true;
    });

    /// <summary>Waits for something that the thread sees.</summary>
    public async Task UntilAsync(Func<bool> holds, string what)
    {
        for (var round = 0; !await On(holds); round++)
        {
            Assert.True(round < 6_000, $"It did not happen in time: {what}");
            await Task.Delay(20);
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var waits = 0;
        return System.CreateTimer(
            _ =>
            {
                // A timer of a window does not tick again before its last tick was handled.
                if (Interlocked.Exchange(ref waits, 1) == 0)
                {
                    Post(() =>
                    {
                        Volatile.Write(ref waits, 0);
                        callback(state);
                    });
                }
            },
            null,
            dueTime,
            period);
    }

    public void Dispose()
    {
        posted.CompleteAdding();
        thread.Join();
    }
}
