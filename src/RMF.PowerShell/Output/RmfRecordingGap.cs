using System.Globalization;
using RMF.Core.Playback;
using RMF.Engine.Playback;

namespace RMF.PowerShell;

/// <summary>How much of one day is recorded of one camera. Made of plain values, for Export-Csv.</summary>
public sealed class RmfRecordingGap
{
    // Gaps that a text lists; the count tells the rest.
    private const int GapsListed = 50;

    /// <summary>The camera's name.</summary>
    public string Camera { get; internal init; } = "";

    /// <summary>Its id on the primary side, else on the secondary.</summary>
    public string Id { get; internal init; } = "";

    /// <summary>The day, in the time zone of the report.</summary>
    public DateTime Date { get; internal init; }

    /// <summary>Whole: both sides have all of it. OneSide: together they have. Gap: something is missing. Unknown: a side could not be read, and what is missing may be there.</summary>
    public string State { get; internal init; } = "";

    /// <summary>How much the primary has, of 100; null = not known.</summary>
    public double? PrimaryPercent { get; internal init; }

    /// <summary>How much the secondary has, of 100; null = not known.</summary>
    public double? SecondaryPercent { get; internal init; }

    /// <summary>How much either is known to have, of 100.</summary>
    public double UnionPercent { get; internal init; }

    /// <summary>How long neither is known to have anything.</summary>
    public TimeSpan Missing { get; internal init; }

    /// <summary>How often neither has anything, counting gaps of the length that was asked for.</summary>
    public int GapCount { get; internal init; }

    /// <summary>The longest of these gaps.</summary>
    public TimeSpan LongestGap { get; internal init; }

    /// <summary>These gaps, from and to in the time zone of the report.</summary>
    public string Gaps { get; internal init; } = "";

    /// <summary>The primary's gaps.</summary>
    public string PrimaryGaps { get; internal init; } = "";

    /// <summary>The secondary's gaps.</summary>
    public string SecondaryGaps { get; internal init; } = "";

    /// <summary>Why a side is not known; empty when both are.</summary>
    public string Reason { get; internal init; } = "";

    internal static RmfRecordingGap Of(PairRecordings read, CoverageDay day, TimeZoneInfo zone) => new()
    {
        Camera = read.Pair.Name,
        Id = (read.Pair.Primary ?? read.Pair.Secondary)!.Camera.CameraId,
        Date = day.Day.Date,
        State = StateOf(day),
        PrimaryPercent = RmfRecording.Percent(day.Primary, day.Day.Range.Length),
        SecondaryPercent = RmfRecording.Percent(day.Secondary, day.Day.Range.Length),
        UnionPercent = RmfRecording.Percent(day.Union, day.Day.Range.Length)!.Value,
        Missing = day.Day.Range.Length - day.Union,
        GapCount = day.UnionGaps.Count,
        LongestGap = day.UnionGaps.Count == 0 ? TimeSpan.Zero : day.UnionGaps.Max(g => g.Length),
        Gaps = Text(day.UnionGaps, zone),
        PrimaryGaps = Text(day.PrimaryGaps, zone),
        SecondaryGaps = Text(day.SecondaryGaps, zone),
        Reason = RmfRecording.Why(read),
    };

    private static string StateOf(CoverageDay day)
    {
        var isUnread = day.Primary is null || day.Secondary is null;
        return !day.UnionGaps.IsEmpty ? (isUnread ? "Unknown" : "Gap")
            : isUnread || !day.PrimaryGaps.IsEmpty || !day.SecondaryGaps.IsEmpty ? "OneSide" : "Whole";
    }

    private static string Text(TimeRangeSet gaps, TimeZoneInfo zone)
        => string.Join("; ", gaps.Take(GapsListed).Select(g => Clock(g.Begin, zone) + "-" + Clock(g.End, zone))) + (gaps.Count > GapsListed ? FormattableString.Invariant($"; and {gaps.Count - GapsListed} more") : "");

    private static string Clock(DateTimeOffset time, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(time, zone).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} {1:yyyy-MM-dd}: {2}", Camera, Date, State);
}
