using RMF.Engine.Ports;
using RMF.Simulator;

namespace RMF.Live.Tests.Fakes;

/// <summary>Keeps what a stream tells, pictures read, and lets a test wait for it.</summary>
internal sealed class Watcher : IFrameObserver
{
    /// <summary>Only a broken build waits so long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly object gate = new();
    private readonly List<SimulatedPicture> pictures = [];
    private readonly List<StreamLoss> losses = [];
    private readonly List<StreamStatus> statuses = [];
    private readonly List<(Func<Watcher, bool> Condition, TaskCompletionSource Met)> waits = [];
    private int unreadable;
    private long bytes;

    /// <summary>Called within each frame; a test may block there.</summary>
    public Action? OnEachFrame { get; init; }

    public IReadOnlyList<SimulatedPicture> Pictures => Locked(() => (IReadOnlyList<SimulatedPicture>)[.. pictures]);

    public IReadOnlyList<StreamLoss> Losses => Locked(() => (IReadOnlyList<StreamLoss>)[.. losses]);

    public IReadOnlyList<StreamStatusKind> Statuses => Locked(() => (IReadOnlyList<StreamStatusKind>)[.. statuses.Select(s => s.Kind)]);

    public int Unreadable => Locked(() => unreadable);

    public int Told => Locked(() => pictures.Count + losses.Count + statuses.Count + unreadable);

    public void OnFrame(in LiveFrame frame)
    {
        Assert.Equal(frame.Jpeg.Length, frame.Size);
        var isRead = SimulatedPicture.TryRead(frame.Jpeg, out var picture);
        OnEachFrame?.Invoke();
        lock (gate)
        {
            bytes += frame.Size;
            if (isRead)
            {
                pictures.Add(picture!);
            }
            else
            {
                unreadable++;
            }
        }

        Check();
    }

    public void OnLoss(StreamLoss loss)
    {
        lock (gate)
        {
            losses.Add(loss);
        }

        Check();
    }

    public void OnStatus(StreamStatus status)
    {
        lock (gate)
        {
            statuses.Add(status);
        }

        Check();
    }

    public async Task UntilAsync(Func<Watcher, bool> condition, string what)
    {
        var met = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            waits.Add((condition, met));
        }

        Check();
        try
        {
            await met.Task.WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            Assert.Fail($"Waited {Patience} for {what}. Seen: {Pictures.Count} pictures, {Unreadable} unreadable; losses {string.Join("; ", Losses)}; statuses {string.Join(", ", Statuses)}.");
        }
    }

    /// <summary>Waits for more pictures than there are.</summary>
    public Task MoreAsync(int more = 3)
    {
        var before = Pictures.Count;
        return UntilAsync(w => w.Pictures.Count >= before + more, $"{more} more pictures");
    }

    public Task LossAsync(StreamLossKind kind) => UntilAsync(w => w.Losses.Any(l => l.Kind == kind), $"the loss {kind}");

    private void Check()
    {
        List<TaskCompletionSource> met;
        lock (gate)
        {
            met = [.. waits.Where(w => w.Condition(this)).Select(w => w.Met)];
            waits.RemoveAll(w => met.Contains(w.Met));
        }

        met.ForEach(static m => m.TrySetResult());
    }

    private T Locked<T>(Func<T> read)
    {
        lock (gate)
        {
            return read();
        }
    }
}
