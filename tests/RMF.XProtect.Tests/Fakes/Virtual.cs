using RMF.Testing;

namespace RMF.XProtect.Tests.Fakes;

/// <summary>Runs work on a manual clock: the clock moves in small steps for as long as the work is not done.</summary>
internal static class Virtual
{
    private const int MaxSteps = 2_000_000;

    public static async Task<T> RunAsync<T>(ManualTimeProvider clock, Func<Task<T>> work, TimeSpan? step = null)
    {
        var running = Task.Run(work);
        for (var i = 0; i < MaxSteps && !running.IsCompleted; i++)
        {
            // Real work gets the processor before virtual time goes on.
            await Task.WhenAny(running, Task.Delay(1));
            clock.Advance(step ?? TimeSpan.FromMilliseconds(100));
        }

        Assert.True(running.IsCompleted, "The work did not end in virtual time.");
        return await running;
    }
}
