namespace RMF.Simulator.Recordings;

/// <summary>What differs of one camera's recordings from those of a camera of which nobody has said anything. Used under the store's lock.</summary>
internal sealed class CameraRecordings
{
    /// <summary>Stretches of each kind; beyond them the oldest are forgotten.</summary>
    public const int MaxStretches = 10_000;

    private List<RecordedSequence> added = [];
    private List<RecordedSequence> removed = [];
    private List<RecordedSequence> manual = [];
    private List<RecordedSequence> lostOnDevice = [];

    /// <summary>False: it records by hand alone.</summary>
    public bool IsContinuous { get; set; } = true;

    /// <summary>When it was added to the site; null = before the site began.</summary>
    public DateTimeOffset? Since { get; set; }

    /// <summary>Since when it is recorded by hand; null = it is not.</summary>
    public DateTimeOffset? ManualSince { get; private set; }

    public IReadOnlyList<RecordedSequence> LostOnDevice => lostOnDevice;

    public void Add(RecordedSequence stretch)
    {
        added = Bounded(SequenceList.Union(added, [stretch]));
        removed = SequenceList.Subtract(removed, [stretch]);
    }

    public void Remove(RecordedSequence stretch)
    {
        removed = Bounded(SequenceList.Union(removed, [stretch]));
        added = SequenceList.Subtract(added, [stretch]);
    }

    public void LoseOnDevice(RecordedSequence stretch) => lostOnDevice = Bounded(SequenceList.Union(lostOnDevice, [stretch]));

    public bool Begin(DateTimeOffset now)
    {
        var isNew = ManualSince is null;
        ManualSince ??= now;
        return isNew;
    }

    public bool End(DateTimeOffset now)
    {
        if (ManualSince is not { } began)
        {
            return false;
        }

        ManualSince = null;
        if (began < now)
        {
            manual = Bounded(SequenceList.Union(manual, [new RecordedSequence(began, now)]));
        }

        return true;
    }

    /// <summary>What is recorded.</summary>
    /// <param name="oldest">The end of the retention.</param>
    /// <param name="now">Until when.</param>
    /// <param name="isRecording">Whether its recording is switched on.</param>
    /// <param name="down">When its recorder or its device was away.</param>
    public List<RecordedSequence> Compute(DateTimeOffset oldest, DateTimeOffset now, bool isRecording, IReadOnlyList<RecordedSequence> down)
    {
        var begin = Since is { } since && since > oldest ? since : oldest;
        IReadOnlyList<RecordedSequence> all = IsContinuous && isRecording && begin < now ? [new RecordedSequence(begin, now)] : [];
        all = manual.Count > 0 ? SequenceList.Union(all, manual) : all;
        all = ManualSince is { } open && open < now ? SequenceList.Union(all, [new RecordedSequence(open, now)]) : all;
        all = down.Count > 0 ? SequenceList.Subtract(all, down) : all;
        all = removed.Count > 0 ? SequenceList.Subtract(all, removed) : all;
        all = added.Count > 0 ? SequenceList.Union(all, added) : all;
        return SequenceList.Clip(all, oldest, now);
    }

    private static List<RecordedSequence> Bounded(List<RecordedSequence> list)
    {
        if (list.Count > MaxStretches)
        {
            list.RemoveRange(0, list.Count - MaxStretches);
        }

        return list;
    }
}
