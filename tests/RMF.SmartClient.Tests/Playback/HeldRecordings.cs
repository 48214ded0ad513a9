using RMF.Core.Playback;
using RMF.Engine.Playback;
using RMF.Engine.Ports;

namespace RMF.SmartClient.Tests.Playback;

/// <summary>One side's recordings in memory. Answers may be held back, as a recording server does that is busy. Thread-safe.</summary>
internal sealed class HeldRecordings(string site) : IRecordings
{
    private readonly object gate = new();
    private TaskCompletionSource? held;
    private int reads;
    private int underWay;

    /// <summary>What is recorded.</summary>
    public TimeRange[] Sequences { get; set; } = [];

    /// <summary>What a question fails with; null = it is answered.</summary>
    public SiteError? Error { get; set; }

    /// <summary>The ranges that were asked for.</summary>
    public List<TimeRange> Asked { get; } = [];

    public int Reads => Volatile.Read(ref reads);

    public int UnderWay => Volatile.Read(ref underWay);

    public RecordedSource Source => new(this, new RecordedCamera("cam-" + site, "rec-" + site), site, "REC-" + site) { Name = "Gate 1" };

    public static SiteError Away(string site) => new(SiteErrorKind.Unreachable, site, "read sequences", $"{site} does not answer.", "Wait.");

    /// <summary>Questions from now on wait for <see cref="LetGo"/>.</summary>
    public void Hold()
    {
        lock (gate)
        {
            held ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    public void LetGo()
    {
        lock (gate)
        {
            held?.SetResult();
            held = null;
        }
    }

    public async Task<Outcome<IReadOnlyList<TimeRange>>> ReadSequencesAsync(RecordedCamera camera, TimeRange range, CancellationToken cancellationToken)
    {
        Task wait;
        lock (gate)
        {
            Asked.Add(range);
            reads++;
            underWay++;
            wait = held?.Task ?? Task.CompletedTask;
        }

        try
        {
            await wait.WaitAsync(cancellationToken);
            return Error is { } error ? error : Outcome<IReadOnlyList<TimeRange>>.Of([.. Sequences.Where(s => !s.Intersect(range).IsEmpty)]);
        }
        finally
        {
            Interlocked.Decrement(ref underWay);
        }
    }

    public Task<Outcome<IRecordedFrames>> OpenAsync(RecordedCamera camera, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Outcome<RecordedFrame>> ReadLivePictureAsync(RecordedCamera camera, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Outcome<bool>> RetrieveEdgeStorageAsync(RecordedCamera camera, TimeRange range, IProgress<int>? progress, CancellationToken cancellationToken) => throw new NotSupportedException();
}
