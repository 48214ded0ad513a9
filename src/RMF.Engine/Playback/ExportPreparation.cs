using RMF.Core.Inventory;
using RMF.Core.Playback;
using RMF.Core.Playback.Export;
using RMF.Engine.Ports;

namespace RMF.Engine.Playback;

/// <summary>Makes the plan of an export: reads both sides, and where both have a hole has the cameras' own storage fetched first. Thread-safe.</summary>
/// <param name="reader">Reads both sides.</param>
public sealed class ExportPreparation(RecordingReader reader)
{
    /// <summary>The most holes that are fetched one by one from edge storage; more are fetched as one range around them.</summary>
    public const int MostRetrievals = 16;

    /// <summary>Plans with what both sides have now.</summary>
    public async Task<PreparedExport> PlanAsync(RecordedPair pair, TimeRange range, Side serving, CancellationToken cancellationToken)
        => Plan(await reader.ReadAsync(pair, range, cancellationToken).ConfigureAwait(false), serving, []);

    /// <summary>
    /// As <see cref="PlanAsync"/>; a hole in both is then fetched from the camera's storage, by the serving side's recording server first, and
    /// what is still missing by the other's. After each, the side is read and planned again.
    /// </summary>
    /// <param name="pair">The camera.</param>
    /// <param name="range">What is wanted.</param>
    /// <param name="serving">The side that gives what both have.</param>
    /// <param name="progress">Hears what is fetched, in percent of the part that is under way.</param>
    /// <param name="cancellationToken">Ends the waiting, not what the recording servers have begun.</param>
    public async Task<PreparedExport> RetrieveAsync(RecordedPair pair, TimeRange range, Side serving, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var prepared = await PlanAsync(pair, range, serving, cancellationToken).ConfigureAwait(false);
        var notes = new List<EdgeRetrieval>();
        foreach (var side in new[] { serving, serving == Side.Primary ? Side.Secondary : Side.Primary })
        {
            if (prepared.Plan.IsWhole)
            {
                break;
            }

            if (pair.Of(side) is not { } source)
            {
                continue;
            }

            foreach (var missing in Missing(prepared.Plan))
            {
                var fetched = await source.Recordings.RetrieveEdgeStorageAsync(source.Camera, missing, progress, cancellationToken).ConfigureAwait(false);
                notes.Add(new EdgeRetrieval(side, missing, fetched.Error));
                if (fetched.Error is { Kind: not SiteErrorKind.TaskFailed })
                {
                    // A side that has no edge storage, or does not answer, has none for the next hole either.
                    break;
                }
            }

            reader.Forget(source);
            prepared = Plan(await reader.ReadAsync(pair, range, cancellationToken).ConfigureAwait(false), serving, notes);
        }

        return prepared with { Retrievals = notes };
    }

    private PreparedExport Plan(PairRecordings read, Side serving, IReadOnlyList<EdgeRetrieval> notes) => new(
        read,
        ExportPlanner.Plan(read.Range, serving, new ExportSide(read.Primary.Sequences), new ExportSide(read.Secondary.Sequences), reader.Options.Tolerance),
        notes);

    private static IReadOnlyList<TimeRange> Missing(ExportPlan plan)
        => plan.Holes.Count <= MostRetrievals
            ? [.. plan.Holes.Select(h => h.Range)]
            : [new TimeRange(plan.Holes[0].Range.Begin, plan.Holes[plan.Holes.Count - 1].Range.End)];
}
