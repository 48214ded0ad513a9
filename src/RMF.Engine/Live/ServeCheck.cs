using RMF.Engine.Ports;

namespace RMF.Engine.Live;

/// <summary>Finds out whether cameras can be shown from one side, by getting one real picture of each. Stateless and thread-safe.</summary>
public static class ServeCheck
{
    /// <summary>Streams that are open at once.</summary>
    public const int AtOnce = 8;

    /// <summary>Cameras whose picture is asked for; of more, an even sample is.</summary>
    public const int MostPictures = 256;

    /// <summary>The longest wait for one picture.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>The cameras that cannot be shown, in the order of the questions.</summary>
    /// <param name="questions">What is known already, and where to ask for the rest.</param>
    /// <param name="time">The clock of the wait.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<IReadOnlyList<ServeProblem>> RunAsync(IReadOnlyList<ServeQuestion> questions, TimeProvider time, CancellationToken cancellationToken)
    {
        var problems = questions.Select(q => q.Problem).ToArray();
        var open = Enumerable.Range(0, questions.Count).Where(i => problems[i] is null && questions[i].Source is not null).ToList();
        var asked = open.Count <= MostPictures ? open : Enumerable.Range(0, MostPictures).Select(i => open[(int)((long)i * open.Count / MostPictures)]).ToList();
        using var room = new SemaphoreSlim(AtOnce);
        await Task.WhenAll(asked.Select(async i =>
        {
            await room.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                problems[i] = await PictureAsync(questions[i].Source!, time, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                room.Release();
            }
        })).ConfigureAwait(false);
        return [.. Enumerable.Range(0, questions.Count).Where(i => problems[i] is not null).Select(i => new ServeProblem(questions[i].Name, problems[i]!))];
    }

    /// <summary>Null when a picture came.</summary>
    private static async Task<string?> PictureAsync(TileSource source, TimeProvider time, CancellationToken cancellationToken)
    {
        var first = new FirstPicture();
        var stream = source.Frames.Open(source.Request, first);
        await using (stream.ConfigureAwait(false))
        {
            using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var end = time.DelayAsync(Patience, waiting.Token);
            if (await Task.WhenAny(first.Arrived, end).ConfigureAwait(false) == first.Arrived)
            {
                waiting.Cancel();
                return null;
            }

            cancellationToken.ThrowIfCancellationRequested();
            return first.LastLoss is { Length: > 0 } reason ? reason : FormattableString.Invariant($"no picture within {Patience.TotalSeconds} s");
        }
    }

    private sealed class FirstPicture : IFrameObserver
    {
        private readonly TaskCompletionSource<bool> arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Arrived => arrived.Task;

        public string? LastLoss { get; private set; }

        public void OnFrame(in LiveFrame frame) => arrived.TrySetResult(true);

        // The stream tries again by itself, and so may still bring a picture in time.
        public void OnLoss(StreamLoss loss) => LastLoss = loss.Reason;

        public void OnStatus(StreamStatus status)
        {
        }
    }
}
