namespace RMF.Simulator.Recordings;

/// <summary>Arithmetic with lists of sequences that are sorted and disjoint. Linear in both lists; nothing is changed in place.</summary>
internal static class SequenceList
{
    public static List<RecordedSequence> Union(IReadOnlyList<RecordedSequence> one, IReadOnlyList<RecordedSequence> other)
    {
        var joined = new List<RecordedSequence>(one.Count + other.Count);
        var (i, j) = (0, 0);
        while (i < one.Count || j < other.Count)
        {
            var next = j >= other.Count || (i < one.Count && one[i].Begin <= other[j].Begin) ? one[i++] : other[j++];
            if (joined.Count > 0 && next.Begin <= joined[^1].End)
            {
                joined[^1] = joined[^1] with { End = next.End > joined[^1].End ? next.End : joined[^1].End };
            }
            else
            {
                joined.Add(next);
            }
        }

        return joined;
    }

    public static List<RecordedSequence> Subtract(IReadOnlyList<RecordedSequence> from, IReadOnlyList<RecordedSequence> what)
    {
        var left = new List<RecordedSequence>(from.Count);
        var first = 0;
        foreach (var sequence in from)
        {
            var begin = sequence.Begin;
            while (first < what.Count && what[first].End <= begin)
            {
                first++;
            }

            for (var i = first; i < what.Count && what[i].Begin < sequence.End; i++)
            {
                if (what[i].Begin > begin)
                {
                    left.Add(new RecordedSequence(begin, what[i].Begin));
                }

                begin = what[i].End > begin ? what[i].End : begin;
            }

            if (begin < sequence.End)
            {
                left.Add(new RecordedSequence(begin, sequence.End));
            }
        }

        return left;
    }

    public static List<RecordedSequence> Clip(IReadOnlyList<RecordedSequence> list, DateTimeOffset from, DateTimeOffset to)
    {
        var kept = new List<RecordedSequence>(list.Count);
        foreach (var (begin, end) in list)
        {
            var clipped = new RecordedSequence(begin > from ? begin : from, end < to ? end : to);
            if (clipped.Begin < clipped.End)
            {
                kept.Add(clipped);
            }
        }

        return kept;
    }
}
