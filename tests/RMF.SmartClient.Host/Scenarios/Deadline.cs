using System.Diagnostics;

namespace RMF.SmartClient.Host.Scenarios;

/// <summary>Ends the process when something hangs that nothing else can end, such as the user interface's thread.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly Timer timer;

    private Deadline(TimeSpan limit, Action lastWords) => timer = new(_ => End(lastWords), null, limit, Timeout.InfiniteTimeSpan);

    public static Deadline After(TimeSpan limit, Action lastWords) => new(limit, lastWords);

    public void Dispose() => timer.Dispose();

    private static void End(Action lastWords)
    {
        lastWords();
        Process.GetCurrentProcess().Kill();
    }
}
