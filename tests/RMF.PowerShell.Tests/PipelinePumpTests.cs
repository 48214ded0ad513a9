using System.Diagnostics;
using RMF.PowerShell.Pipeline;

namespace RMF.PowerShell.Tests;

public sealed class PipelinePumpTests
{
    [Fact]
    public void Calls_are_made_on_the_thread_that_runs_the_pump_and_in_order()
    {
        var pump = new PipelinePump();
        var here = Environment.CurrentManagedThreadId;
        var calls = new List<int>();
        var threads = new HashSet<int>();

        pump.Run(async _ =>
        {
            for (var i = 0; i < 2000; i++)
            {
                var number = i;
                pump.Post(() =>
                {
                    calls.Add(number);
                    threads.Add(Environment.CurrentManagedThreadId);
                });
                if (i % 100 == 0)
                {
                    await Task.Yield();
                }
            }
        });

        Assert.Equal(Enumerable.Range(0, 2000), calls);
        Assert.Equal(here, Assert.Single(threads));
    }

    [Fact]
    public void A_writer_that_is_faster_than_the_pipeline_waits_at_the_bound()
    {
        var pump = new PipelinePump();
        using var release = new ManualResetEventSlim();
        var posted = 0;
        var postedWhileBlocked = 0;

        pump.Run(_ => Task.WhenAll(
            Task.Run(() =>
            {
                for (var i = 0; i < PipelinePump.QueueLimit * 2; i++)
                {
                    pump.Post(release.Wait);
                    Interlocked.Increment(ref posted);
                }
            }),
            Task.Run(() =>
            {
                // One call is being made, the queue is full behind it, and the next writer waits.
                Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref posted) >= PipelinePump.QueueLimit, TimeSpan.FromSeconds(10)));
                SpinWait.SpinUntil(() => Volatile.Read(ref posted) > PipelinePump.QueueLimit + 1, TimeSpan.FromMilliseconds(50));
                postedWhileBlocked = Volatile.Read(ref posted);
                release.Set();
            })));

        Assert.InRange(postedWhileBlocked, PipelinePump.QueueLimit, PipelinePump.QueueLimit + 1);
        Assert.Equal(PipelinePump.QueueLimit * 2, posted);
    }

    [Fact]
    public void An_answer_comes_back_and_so_does_an_exception()
    {
        var pump = new PipelinePump();
        var here = Environment.CurrentManagedThreadId;
        var answer = 0;
        Exception? thrown = null;

        pump.Run(_ =>
        {
            answer = pump.Ask(() => Environment.CurrentManagedThreadId);
            thrown = Record.Exception(() => pump.Ask<int>(() => throw new InvalidDataException("asked")));
            return Task.CompletedTask;
        });

        Assert.Equal(here, answer);
        Assert.Equal("asked", Assert.IsType<InvalidDataException>(thrown).Message);
    }

    [Fact]
    public void What_the_work_throws_comes_out_after_the_calls_it_made()
    {
        var pump = new PipelinePump();
        var calls = 0;

        var thrown = Assert.Throws<InvalidDataException>(() => pump.Run(async _ =>
        {
            pump.Post(() => calls++);
            await Task.Yield();
            pump.Post(() => calls++);
            throw new InvalidDataException("work");
        }));

        Assert.Equal("work", thrown.Message);
        Assert.Equal(2, calls);
    }

    [Fact]
    public void When_a_call_throws_the_work_is_cancelled_and_what_it_still_writes_is_dropped()
    {
        var pump = new PipelinePump();
        var cleanedUp = false;
        var late = 0;

        Assert.Throws<InvalidDataException>(() => pump.Run(async token =>
        {
            pump.Post(() => throw new InvalidDataException("pipeline"));
            try
            {
                await Task.Delay(Timeout.Infinite, token);
            }
            finally
            {
                pump.Post(() => late++);
                cleanedUp = true;
            }
        }));

        Assert.True(cleanedUp);
        Assert.Equal(0, late);
    }

    [Fact]
    public void Work_that_does_not_listen_is_let_go_after_the_grace()
    {
        var pump = new PipelinePump();
        using var never = new SemaphoreSlim(0);
        var clock = Stopwatch.StartNew();

        Assert.ThrowsAny<Exception>(() => pump.Run(async _ =>
        {
            pump.Post(pump.Stop);
            await never.WaitAsync(CancellationToken.None);
        }));

        // Loose above, because a loaded machine can only add; without the grace it would never come back at all.
        Assert.InRange(clock.Elapsed, PipelinePump.StopGrace * 0.9, TimeSpan.FromSeconds(20));
        never.Release();
    }

    [Fact]
    public void What_is_posted_after_the_end_is_dropped_on_any_thread()
    {
        var pump = new PipelinePump();
        var late = 0;
        pump.Run(_ => Task.CompletedTask);
        pump.Post(() => late++);
        Assert.Equal(1, late);

        pump.Close();
        pump.Post(() => late++);
        Task.Run(() => pump.Post(() => late++)).GetAwaiter().GetResult();

        Assert.Equal(1, late);
    }

    [Fact]
    public void A_question_that_is_open_when_the_pipeline_stops_is_cancelled()
    {
        var pump = new PipelinePump();
        Exception? thrown = null;

        Assert.ThrowsAny<Exception>(() => pump.Run(_ =>
        {
            pump.Stop();
            thrown = Record.Exception(() => pump.Ask(() => 1));
            return Task.CompletedTask;
        }));

        Assert.IsAssignableFrom<OperationCanceledException>(thrown);
    }
}
