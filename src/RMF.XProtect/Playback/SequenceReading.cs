using RMF.Core.Playback;
using RMF.Engine.Ports;
using RMF.XProtect.Errors;

namespace RMF.XProtect.Playback;

/// <summary>Reads all sequences of a range, part by part. Whatever the server answers, each part begins later than the one before it.</summary>
internal static class SequenceReading
{
    public static async Task<Outcome<IReadOnlyList<TimeRange>>> RunAsync(ISequenceWay way, SiteErrors errors, RecordedCamera camera, TimeRange range, CancellationToken cancellationToken)
    {
        var found = new HashSet<TimeRange>();
        var rest = range;
        for (var page = 0; page < PlaybackLimits.MaxPages; page++)
        {
            var outcome = await way.AskAsync(camera, rest, cancellationToken).ConfigureAwait(false);
            if (!outcome.TryGet(out var part))
            {
                return outcome.Error!;
            }

            var latest = rest.Begin;
            foreach (var sequence in part.Sequences)
            {
                if (!sequence.IsEmpty && sequence.Begin < range.End && sequence.End > range.Begin)
                {
                    found.Add(sequence);
                }

                latest = sequence.Begin > latest ? sequence.Begin : latest;
            }

            // All that begin later are still to come. Where none begins later than what was asked for, a tick is the least step.
            rest = rest with { Begin = latest > rest.Begin ? latest : rest.Begin.AddTicks(1) };
            if (!part.IsCut || rest.Begin >= range.End)
            {
                return Outcome<IReadOnlyList<TimeRange>>.Of([.. found.OrderBy(static s => s.Begin).ThenBy(static s => s.End)]);
            }
        }

        return errors.Make(SiteErrorKind.UnexpectedAnswer, "read sequences", $"The recordings of camera {camera.CameraId} have more than {PlaybackLimits.MaxPages * PlaybackLimits.PageSize} sequences in the range that was asked for.");
    }
}
