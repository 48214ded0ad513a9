using System.Globalization;
using RMF.Core.Playback;
using RMF.Core.Playback.Export;
using RMF.Core.Words;
using RMF.Engine.Playback;
using RMF.Engine.Playback.Export;
using RMF.Engine.Playback.Export.Check;
using RMF.Engine.Runs;
using RMF.SmartClient.Model.Actions;
using RMF.SmartClient.Model.Hosting;

namespace RMF.SmartClient.Model.Export;

/// <summary>The plan of an export, and what became of it, in words.</summary>
internal static class ExportWords
{
    public static ExportSegmentRow Row(ExportSegment segment, RecordedPair pair, TimeZoneInfo zone)
    {
        var source = pair.Of(segment.Side);
        return new ExportSegmentRow(ExportRange.Text(segment.Range.Begin, zone), ExportRange.Text(segment.Range.End, zone), OutcomeWords.Of(segment.Side), string.Join(" ", new[] { source?.Site, source?.Recorder }.Where(t => !string.IsNullOrEmpty(t))));
    }

    public static ExportHoleRow Row(ExportHole hole, TimeZoneInfo zone)
    {
        var (cause, advice) = hole.Cause switch
        {
            HoleCause.NotRecorded => ("neither side has recorded it", "The camera's own storage may have it: fetch from the camera."),
            HoleCause.PrimaryUnknown => ("the secondary has not recorded it, and the primary could not be read", "Plan again when the primary answers."),
            HoleCause.SecondaryUnknown => ("the primary has not recorded it, and the secondary could not be read", "Plan again when the secondary answers."),
            HoleCause.BothUnknown => ("neither side could be read", "Plan again when a side answers."),
            HoleCause.ReadFailed => ("a side has it, and its pictures could not be fetched", "Export again when its recording server answers."),
            _ => ("a side says that it has it, and gave no picture", "Export again later; the recording may be damaged."),
        };
        return new ExportHoleRow(ExportRange.Text(hole.Range.Begin, zone), ExportRange.Text(hole.Range.End, zone), cause, advice);
    }

    public static string Plan(PreparedExport prepared)
    {
        var plan = prepared.Plan;
        var missing = new TimeSpan(plan.Holes.Sum(h => h.Range.Length.Ticks));
        var text = plan.Segments.Count == 0 ? "Neither side is known to have anything of this time."
            : plan.IsWhole && plan.Segments.Count == 1 ? $"The {OutcomeWords.Of(plan.Segments[0].Side)} has all of it."
            : plan.IsWhole ? $"Both sides together have all of it, in {Counted.Of(plan.Segments.Count, "piece")}."
            : $"{Length(missing)} of {Length(plan.Range.Length)} are missing, in {Counted.Of(plan.Holes.Count, "hole")}.";
        foreach (var side in CameraNow.BothSides)
        {
            text += prepared.Read.Of(side).Error is { } error ? $"\nThe {OutcomeWords.Of(side)} could not be read: {OutcomeWords.Of(error)}" : "";
        }

        return text;
    }

    public static string Retrievals(PreparedExport prepared)
        => prepared.Retrievals.Count == 0 ? "No side could be asked to fetch from the camera."
            : string.Join("\n", prepared.Retrievals.Select(r => r.Error is { } error ? $"The {OutcomeWords.Of(r.Side)} could not fetch: {OutcomeWords.Of(error)}" : $"The {OutcomeWords.Of(r.Side)} has fetched what the camera had.").Distinct(StringComparer.Ordinal));

    public static string Result(ExportResult result, IReadOnlyList<ExportHole> planned)
    {
        var lost = result.Manifest.Holes.Except(planned).Count();
        var text = string.Format(CultureInfo.InvariantCulture, "{0} pictures were written. The manifest is {1}.", result.Manifest.Frames, result.ManifestPath);
        return lost > 0 ? $"{text}\nPictures that a side has could not be fetched, in {Counted.Of(lost, "place")}; the manifest names them. Export again when the recording server answers." : text;
    }

    /// <summary>Why the operator may not carry a plan out; null where nothing speaks against it.</summary>
    public static string? Refused(IClientPlatform platform, PreparedExport prepared)
        => prepared.Plan.Segments.Select(s => s.Side).Distinct()
            .Where(s => platform.May(ClientRight.Export, prepared.Read.Pair.Of(s)!.Camera.CameraId) == false)
            .Select(s => $"You have no right to export from the {OutcomeWords.Of(s)}.")
            .FirstOrDefault();

    /// <summary>Why nothing was exported, and what to do here: the engine's advice names parameters of cmdlets.</summary>
    public static string Failure(RunFailure failure) => failure.Message + failure.Code switch
    {
        "RMF2501" => " Choose another folder, or have it replaced.",
        "RMF2503" or "RMF2504" => " Export as AVI, which needs no other program.",
        "RMF2505" => " Plan again when both sides answer, or fetch from the camera.",
        _ => " " + failure.Advice,
    };

    public static string Check(IReadOnlyList<ExportFinding> findings)
        => findings.Count == 0 ? "The files are as they were written." : string.Join("\n", findings.Take(5).Select(f => $"{f.File}: {f.Fault}. {f.Detail}"));

    private static string Length(TimeSpan length) => length.ToString(length.TotalDays >= 1 ? @"d\.hh\:mm\:ss" : @"hh\:mm\:ss", CultureInfo.InvariantCulture);
}
