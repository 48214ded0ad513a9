using RMF.Core.Playback;
using RMF.Core.Ptz;
using RMF.Engine.Ports;

namespace RMF.SmartClient.Tests.Acting;

/// <summary>One side with one camera: it may be away, refuse, or answer when the test lets it.</summary>
internal sealed class FakeSide(string name, string cameraId) : ISite, IOperatorActions, IPtzPresets, IManualRecording, IBookmarks, IRecordings
{
    private readonly object gate = new();
    private int underWay;
    private int presetNumber;

    public string CameraId { get; } = cameraId;

    public bool IsAway { get; set; }

    /// <summary>The account has no right to write.</summary>
    public bool Refuses { get; set; }

    /// <summary>What the site tells of the right to presets; null = nothing.</summary>
    public bool? MayChange { get; set; } = true;

    /// <summary>Calls wait for this.</summary>
    public TaskCompletionSource? Stall { get; set; }

    /// <summary>After so many more calls the side goes away: in the middle of an action.</summary>
    public int? CallsUntilAway { get; set; }

    public bool Records { get; set; }

    public List<SiteBookmark> Marks { get; } = [];

    public List<Preset> Held { get; private set; } = [];

    public List<string> GoneTo { get; } = [];

    public TimeRangeSet Sequences { get; set; } = TimeRangeSet.Empty;

    /// <summary>What grows: sequences by the clock. Null = <see cref="Sequences"/>.</summary>
    public Func<TimeRangeSet>? SequencesNow { get; set; }

    public int SequencesAsked { get; private set; }

    public int MostUnderWay { get; private set; }

    /// <summary>No question for sequences is under way.</summary>
    public bool IsIdle
    {
        get
        {
            lock (gate)
            {
                return underWay == 0;
            }
        }
    }

    public ReadOnlyMemory<byte>? Picture { get; set; } = new byte[] { 0xFF, 0xD8, 1, 2, 3 };

    public SiteInfo Info => new(name, name, "", "25.2.1.1", new Uri("https://" + name), "");

    public TimeSpan ClockAhead => TimeSpan.Zero;

    public ISiteReader Reader => throw new NotSupportedException("nothing reads the configuration");

    public ISiteWriter Writer => throw new NotSupportedException("nothing writes the configuration");

    public ISiteCapabilities Capabilities => throw new NotSupportedException("nothing asks");

    public IFrameSource Frames => throw new NotSupportedException("nothing is live");

    public IStateSource States => throw new NotSupportedException("nothing watches");

    public IRecordings Recordings => this;

    public IOperatorActions Operator => this;

    public IPolicyPublisher Publisher => throw new NotSupportedException("nothing is published");

    public IPtzPresets Presets => this;

    public IManualRecording Recording => this;

    public IBookmarks Bookmarks => this;

    public Task<Outcome<IReadOnlyList<ChildSite>>> ReadChildSitesAsync(CancellationToken cancellationToken) => throw new NotSupportedException("there are none");

    public void Put(string preset, double pan = 0, double tilt = 0, double zoom = 0, bool inDevice = false)
        => Held.Add(new Preset($"{name}-{++presetNumber}", new PresetContent(preset, pan, tilt, zoom), Held.Count + 1) { IsInDevice = inDevice });

    public async Task<Outcome<IReadOnlyList<TimeRange>>> ReadSequencesAsync(RecordedCamera camera, TimeRange range, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            SequencesAsked++;
            MostUnderWay = Math.Max(MostUnderWay, ++underWay);
        }

        try
        {
            return await AnswerAsync(cancellationToken) is { } error ? error : Outcome<IReadOnlyList<TimeRange>>.Of([.. (SequencesNow?.Invoke() ?? Sequences).Within(range)]);
        }
        finally
        {
            lock (gate)
            {
                underWay--;
            }
        }
    }

    public Task<Outcome<IRecordedFrames>> OpenAsync(RecordedCamera camera, CancellationToken cancellationToken)
        => Task.FromResult(IsAway ? Away() : Outcome<IRecordedFrames>.Of(new Pictures(this)));

    public async Task<Outcome<RecordedFrame>> ReadLivePictureAsync(RecordedCamera camera, CancellationToken cancellationToken)
        => await AnswerAsync(cancellationToken) is { } error ? error : Picture is { } jpeg ? new RecordedFrame(new DateTimeOffset(2026, 3, 1, 11, 59, 59, TimeSpan.Zero), null, null, jpeg) : Away();

    public Task<Outcome<bool>> RetrieveEdgeStorageAsync(RecordedCamera camera, TimeRange range, IProgress<int>? progress, CancellationToken cancellationToken)
        => Task.FromResult<Outcome<bool>>(new SiteError(SiteErrorKind.NotSupported, name, "fetch", $"{name}: the camera has no storage.", "Nothing can be done."));

    public async Task<Outcome<IReadOnlyList<Preset>>> ReadAsync(string cameraId, CancellationToken cancellationToken)
        => await AnswerAsync(cancellationToken) is { } error ? error : Outcome<IReadOnlyList<Preset>>.Of([.. Held]);

    public Task<PresetMeans> MeansAsync(string cameraId, CancellationToken cancellationToken) => Task.FromResult(new PresetMeans(Orders: false));

    public async Task<Outcome<bool?>> MayChangeAsync(string cameraId, CancellationToken cancellationToken) => await AnswerAsync(cancellationToken) is { } error ? error : MayChange;

    public Task<WriteResult> CreateAsync(string cameraId, PresetContent content, CancellationToken cancellationToken)
        => WriteAsync(() => Put(content.Name, content.Pan!.Value, content.Tilt!.Value, content.Zoom!.Value), cancellationToken);

    public Task<WriteResult> UpdateAsync(string cameraId, Preset held, PresetContent wanted, CancellationToken cancellationToken)
        => WriteAsync(() => Held = Held.ConvertAll(p => p.Id == held.Id ? p with { Content = wanted } : p), cancellationToken);

    public Task<WriteResult> RemoveAsync(string cameraId, string presetId, CancellationToken cancellationToken) => WriteAsync(() => Held = Held.FindAll(p => p.Id != presetId), cancellationToken);

    public Task<WriteResult> OrderAsync(string cameraId, IReadOnlyList<string> presetIds, CancellationToken cancellationToken) => Task.FromResult(new WriteResult(WriteStatus.Unsupported, Refused()));

    public Task<WriteResult> GotoAsync(string cameraId, string presetId, CancellationToken cancellationToken) => WriteAsync(() => GoneTo.Add(Held.Single(p => p.Id == presetId).Name), cancellationToken);

    public async Task<IReadOnlyDictionary<RecordedCamera, Outcome<bool>>> ReadAsync(IReadOnlyList<RecordedCamera> cameras, CancellationToken cancellationToken)
    {
        var error = await AnswerAsync(cancellationToken);
        return cameras.ToDictionary(c => c, _ => error is null ? Records : (Outcome<bool>)error);
    }

    public async Task<IReadOnlyDictionary<RecordedCamera, WriteResult>> SetAsync(IReadOnlyList<RecordedCamera> cameras, bool on, CancellationToken cancellationToken)
    {
        var result = await WriteAsync(() => Records = on, cancellationToken);
        return cameras.ToDictionary(c => c, _ => result);
    }

    public async Task<Outcome<IReadOnlyList<SiteBookmark>>> SearchAsync(TimeRange range, IReadOnlyCollection<string> cameraIds, int most, CancellationToken cancellationToken)
        => await AnswerAsync(cancellationToken) is { } error ? error : Outcome<IReadOnlyList<SiteBookmark>>.Of([.. Marks.Where(m => range.Contains(m.Content.Begin))]);

    public Task<WriteResult> CreateAsync(string cameraId, BookmarkContent content, CancellationToken cancellationToken)
        => WriteAsync(() => Marks.Add(new SiteBookmark($"{name}-{Marks.Count}", cameraId, content)), cancellationToken);

    Task<WriteResult> IBookmarks.RemoveAsync(string bookmarkId, CancellationToken cancellationToken) => WriteAsync(() => Marks.RemoveAll(m => m.Id == bookmarkId), cancellationToken);

    public void Dispose()
    {
    }

    private async Task<WriteResult> WriteAsync(Action write, CancellationToken cancellationToken)
    {
        if (await AnswerAsync(cancellationToken) is { } error)
        {
            return new WriteResult(WriteStatus.Unknown, error);
        }

        if (Refuses)
        {
            return new WriteResult(WriteStatus.Failed, Refused());
        }

        write();
        return new WriteResult(WriteStatus.Confirmed);
    }

    private async Task<SiteError?> AnswerAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        if (Stall is { } stall)
        {
            await stall.Task.WaitAsync(cancellationToken);
        }

        if (CallsUntilAway is { } left)
        {
            CallsUntilAway = left - 1;
            IsAway = IsAway || left <= 0;
        }

        return IsAway ? Away() : null;
    }

    private SiteError Away() => new(SiteErrorKind.Unreachable, name, "ask", $"{name} does not answer.", "Look at the network.");

    private SiteError Refused() => new(SiteErrorKind.Forbidden, name, "write", $"{name}: the account has no right.", "Give-RmfRight.");

    private sealed class Pictures(FakeSide side) : IRecordedFrames
    {
        public Task<Outcome<RecordedFrame?>> GotoAsync(DateTimeOffset time, CancellationToken cancellationToken)
            => Task.FromResult(side.IsAway ? side.Away() : Outcome<RecordedFrame?>.Of(side.Picture is { } jpeg ? new RecordedFrame(time, null, null, jpeg) : null));

        public ValueTask DisposeAsync() => default;
    }
}
