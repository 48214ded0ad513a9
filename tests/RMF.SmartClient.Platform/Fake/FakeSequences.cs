#nullable enable
using VideoOS.Platform.Data;

namespace VideoOS.Platform.Fake;

/// <summary>What a SequenceDataSource answers.</summary>
internal static class FakeSequences
{
    public static List<object> Read(Item camera, DateTime around, TimeSpan before, int maxBefore, TimeSpan after, int maxAfter, Guid type)
    {
        if (type != DataType.SequenceTypeGuids.RecordingSequence)
        {
            return [];
        }

        var found = Task.Run(() => FakeSession.Client.ReadSequencesAsync(camera, around - before, around + after)).GetAwaiter().GetResult()
            ?? throw new CommunicationMIPException("The recording server does not answer.");
        var earlier = found.Where(s => s.Start < around).OrderByDescending(s => s.Start).Take(maxBefore);
        var later = found.Where(s => s.Start >= around).OrderBy(s => s.Start).Take(maxAfter);
        return [.. earlier.Concat(later).OrderBy(s => s.Start).Select(s => new SequenceData(new EventSequence(s.Start, s.End)))];
    }
}
