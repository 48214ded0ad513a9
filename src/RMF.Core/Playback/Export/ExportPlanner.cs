using RMF.Core.Inventory;

namespace RMF.Core.Playback.Export;

/// <summary>
/// Plans an export: the fewest segments that cover all that the two sides have together, without overlap, and where that leaves a choice as
/// much as can be from the serving side. O(n log n) with n sequences of both sides.
/// </summary>
/// <remarks>
/// A sequence that lies within one of the other side is never needed. All others are: of what is left the sides alternate, and only the one
/// between fills the gap between two of the same side. So the fewest segments are one for each sequence that is left, and only the cuts
/// between them are open: each lies where both have footage. Away from the serving side is cut as late as a key frame of the other allows,
/// and back to it as early as its sequence begins.
/// </remarks>
public static class ExportPlanner
{
    /// <param name="range">What is wanted.</param>
    /// <param name="serving">The side that gives what both have.</param>
    /// <param name="primary">What the primary can give.</param>
    /// <param name="secondary">What the secondary can give.</param>
    /// <param name="tolerance">Gaps shorter than this count as none: a frame interval.</param>
    public static ExportPlan Plan(TimeRange range, Side serving, ExportSide primary, ExportSide secondary, TimeSpan tolerance)
    {
        var pieces = Needed(Pieces(Side.Primary, primary, range, tolerance), Pieces(Side.Secondary, secondary, range, tolerance), serving);
        var segments = new List<ExportSegment>(pieces.Count);
        for (var i = 0; i < pieces.Count; i++)
        {
            var (side, piece) = (pieces[i].Side, pieces[i].Range);
            if (i > 0 && piece.Begin <= segments[i - 1].Range.End)
            {
                var before = segments[i - 1];
                var cut = side == serving ? piece.Begin : LastKeyFrame((side == Side.Primary ? primary : secondary).KeyFrames, piece.Begin, before.Range.End);
                segments[i - 1] = before with { Range = before.Range with { End = cut } };
                piece = piece with { Begin = cut };
            }

            segments.Add(new ExportSegment(side, piece));
        }

        var covered = TimeRangeSet.Of(segments.Select(s => s.Range));
        var cause = (primary.Sequences, secondary.Sequences) switch
        {
            (null, null) => HoleCause.BothUnknown,
            (null, _) => HoleCause.PrimaryUnknown,
            (_, null) => HoleCause.SecondaryUnknown,
            _ => HoleCause.NotRecorded,
        };
        return new ExportPlan
        {
            Range = range,
            Serving = serving,
            Segments = segments,
            Holes = [.. covered.Gaps(range).Where(g => g.Length >= tolerance).Select(g => new ExportHole(g, cause))],
        };
    }

    private static List<ExportSegment> Pieces(Side side, ExportSide given, TimeRange range, TimeSpan tolerance)
        => given.Sequences is null ? [] : given.Sequences.Join(tolerance).Within(range).Select(r => new ExportSegment(side, r)).ToList();

    // What does not lie within a sequence of the other side, in order of time. Of two equal ones the serving side's is kept.
    private static List<ExportSegment> Needed(List<ExportSegment> primary, List<ExportSegment> secondary, Side serving)
    {
        var all = primary.Concat(secondary)
            .OrderBy(s => s.Range.Begin).ThenByDescending(s => s.Range.End).ThenBy(s => s.Side == serving ? 0 : 1);
        var needed = new List<ExportSegment>(primary.Count + secondary.Count);
        foreach (var piece in all)
        {
            // Begins come in order, and the ends of what is kept too: the last one reaches furthest.
            if (needed.Count == 0 || piece.Range.End > needed[needed.Count - 1].Range.End)
            {
                needed.Add(piece);
            }
        }

        return needed;
    }

    // The last key frame from a sequence's begin, which is one, to a time.
    private static DateTimeOffset LastKeyFrame(IReadOnlyList<DateTimeOffset>? keyFrames, DateTimeOffset begin, DateTimeOffset latest)
    {
        if (keyFrames is null)
        {
            return latest;
        }

        int low = 0, high = keyFrames.Count;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (keyFrames[middle] <= latest)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low > 0 && keyFrames[low - 1] > begin ? keyFrames[low - 1] : begin;
    }
}
