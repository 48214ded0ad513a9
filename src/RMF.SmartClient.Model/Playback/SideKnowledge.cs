using RMF.Core.Playback;
using RMF.Engine.Playback;
using RMF.Engine.Ports;

namespace RMF.SmartClient.Model.Playback;

/// <summary>What is known of one side's recordings around the time that is shown. Outside of what was read nothing is known. One thread at a time.</summary>
internal sealed class SideKnowledge
{
    /// <summary>A sequence that ends so near to the asking goes on: what it records meanwhile is told by the next answer.</summary>
    public static readonly TimeSpan StillRecording = TimeSpan.FromSeconds(15);

    /// <summary>How far such a sequence is taken to go on: longer than it takes to ask again.</summary>
    public static readonly TimeSpan GoesOnFor = TimeSpan.FromSeconds(20);

    /// <summary>The longest time that is kept in memory.</summary>
    public static readonly TimeSpan MostKept = TimeSpan.FromDays(62);

    /// <summary>One lost answer does not take a side away that could be read before.</summary>
    public const int FailuresUntilAway = 2;

    private int failures;

    /// <summary>Where it is; null = the side has no such camera.</summary>
    public RecordedSource? Source { get; private set; }

    /// <summary>What was read; null before that.</summary>
    public TimeRange? Range { get; private set; }

    /// <summary>What it has recorded in that range.</summary>
    public TimeRangeSet Sequences { get; private set; } = TimeRangeSet.Empty;

    /// <summary>Why it could not be read last; null when it could.</summary>
    public SiteError? Error { get; private set; }

    /// <summary>It does not answer.</summary>
    public bool IsAway => Error is not null && (Range is null || failures >= FailuresUntilAway || !Error.IsTransient);

    /// <summary>There is nothing to wait for: it was read there, it has no such camera, or it does not answer.</summary>
    public bool IsSettled(DateTimeOffset time) => Source is null || IsAway || Range is { } range && range.Contains(time);

    /// <summary>For the decision at a time. A side without the camera has nothing, and that is certain.</summary>
    public SideFootage FootageAt(DateTimeOffset time)
        => Source is null ? Nothing : Range is { } range && range.Contains(time) ? footage ??= new SideFootage(!IsAway, Sequences) : SideFootage.Unknown;

    private static readonly SideFootage Nothing = new(true, TimeRangeSet.Empty);

    private SideFootage? footage;

    /// <summary>Its recordings are there now. Another camera is another story.</summary>
    public void Use(RecordedSource? source)
    {
        if (source?.Camera.CameraId != Source?.Camera.CameraId)
        {
            (Range, Sequences, Error, failures, footage) = (null, TimeRangeSet.Empty, null, 0, null);
        }

        Source = source;
    }

    /// <param name="range">What was asked for.</param>
    /// <param name="found">What is recorded there.</param>
    /// <param name="askedAt">When it was asked, UTC.</param>
    public void Answered(TimeRange range, TimeRangeSet found, DateTimeOffset askedAt)
    {
        (Error, failures) = (null, 0);
        if (range.End > askedAt && found.Count > 0 && found[found.Count - 1] is var last && last.End >= askedAt - StillRecording)
        {
            var end = (last.End > askedAt ? last.End : askedAt) + GoesOnFor;
            found = found.Union(TimeRangeSet.Of(new TimeRange(last.Begin, end < range.End ? end : range.End)));
        }

        if (Range is { } known && known.Begin <= range.End && range.Begin <= known.End
            && new TimeRange(Earlier(known.Begin, range.Begin), Later(known.End, range.End)) is var hull && hull.Length <= MostKept)
        {
            found = Sequences.Subtract(TimeRangeSet.Of(range)).Union(found);
            range = hull;
        }

        if (footage is not { IsOnline: true } || !found.Equals(Sequences))
        {
            footage = null;
        }

        (Range, Sequences) = (range, found);
    }

    public void Failed(SiteError error)
    {
        Error = error;
        failures++;
        footage = null;
    }

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
