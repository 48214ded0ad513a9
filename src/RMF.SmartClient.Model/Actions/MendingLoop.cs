using RMF.Engine.Operator;
using RMF.SmartClient.Model.Hosting;

namespace RMF.SmartClient.Model.Actions;

/// <summary>
/// Does on a side what it lacks of what operators of this machine did, when it answers again. Where nothing came of it, it waits longer, so that a refusal is
/// not logged over and over. Belongs to the user interface's thread; the work is done on the pool, one at a time.
/// </summary>
internal sealed class MendingLoop : IAsyncDisposable
{
    /// <summary>The shortest pause between two looks.</summary>
    public static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(15);

    /// <summary>The longest one.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    private readonly IClientPlatform platform;
    private readonly OperatorDesk desk;
    private readonly Func<IMendingScope?> scope;
    private readonly Action<BothSidesResult> mended;
    private readonly CancellationTokenSource ending = new();
    private readonly ITimer timer;
    private TimeSpan pause = FirstPause;
    private DateTimeOffset next;
    private string answering = "";

    public MendingLoop(IClientPlatform platform, OperatorDesk desk, Func<IMendingScope?> scope, Action<BothSidesResult> mended)
    {
        this.platform = platform;
        this.desk = desk;
        this.scope = scope;
        this.mended = mended;
        next = platform.Time.GetUtcNow();
        timer = platform.Time.CreateTimer(static s => ((MendingLoop)s!).OnTick(), this, FirstPause, FirstPause);
    }

    /// <summary>The look that is under way, or the last one.</summary>
    public Task Last { get; private set; } = Task.CompletedTask;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        ending.Cancel();
        timer.Dispose();
        await Last.ConfigureAwait(false);
    }

    private void OnTick() => platform.Post(() =>
    {
        if (ending.IsCancellationRequested || !Last.IsCompleted || scope() is not { } now)
        {
            return;
        }

        // A site that came back is a reason to look at once.
        var names = string.Join("\n", now.Reach(OperatorRecords.None).Sites.Keys.OrderBy(n => n, StringComparer.Ordinal));
        if (names != answering)
        {
            (answering, pause, next) = (names, FirstPause, platform.Time.GetUtcNow());
        }

        if (platform.Time.GetUtcNow() >= next)
        {
            Last = LookAsync(now);
        }
    });

    private async Task LookAsync(IMendingScope now)
    {
        BothSidesResult? result = null;
        try
        {
            result = await Task.Run(() => MendAsync(now), ending.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // A site may have been closed meanwhile. What is not mended stays in the records, and it is tried again.
        }

        platform.Post(() =>
        {
            var isIdle = result is { Outcomes.Count: 0 };
            pause = isIdle || result is not null && result.Outcomes.Any(o => o.IsDone) ? FirstPause : TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks));
            next = platform.Time.GetUtcNow() + pause;
            if (result is { Outcomes.Count: > 0 } && !ending.IsCancellationRequested)
            {
                mended(result);
            }
        });
    }

    private async Task<BothSidesResult> MendAsync(IMendingScope now)
    {
        var nothing = new BothSidesResult([]);
        var work = desk.Mending(now.Tolerance);
        if (work.IsIdle || !desk.Store.Load().TryGet(out var records, out _))
        {
            return nothing;
        }

        var reach = now.Reach(records);
        var found = await work.FindAsync(reach, now.Resumes, ending.Token).ConfigureAwait(false);

        // A side that does not answer is not asked.
        return found.TryGet(out var lacking, out _) && lacking.Where(r => r.Camera.On(r.Side) is { } target && reach.Sites.ContainsKey(target.Site)).ToList() is { Count: > 0 } wanted
            ? await work.MendAsync(wanted, reach, ending.Token).ConfigureAwait(false)
            : nothing;
    }
}
