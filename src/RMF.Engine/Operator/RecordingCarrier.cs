using RMF.Engine.Ports;

namespace RMF.Engine.Operator;

/// <summary>Starts and stops recordings on one site, those of one recording server in one call. Thread-safe.</summary>
internal sealed class RecordingCarrier(IManualRecording recording)
{
    /// <param name="actions">Of one intent, with a camera each.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IReadOnlyList<SideOutcome>> CarryAsync(IReadOnlyList<SideAction> actions, CancellationToken cancellationToken)
    {
        var outcomes = new List<SideOutcome>(actions.Count);
        foreach (var unknown in actions.Where(a => a.Target!.Recorded is null))
        {
            outcomes.Add(SideOutcomes.Failed(unknown, new SiteError(SiteErrorKind.NotFound, unknown.Target!.Site, unknown.Intent.ToString(), $"{unknown.Target.Site}: the recording server of '{unknown.Camera.Name}' is not known.", "Read the site again.")));
        }

        foreach (var kind in actions.Where(a => a.Target!.Recorded is not null).GroupBy(a => a.Intent.Kind))
        {
            var on = kind.Key == IntentKind.RecordingOn;
            var cameras = kind.ToDictionary(a => a.Target!.Recorded!.Value);
            var results = await recording.SetAsync([.. cameras.Keys], on, cancellationToken).ConfigureAwait(false);
            var lost = cameras.Keys.Where(c => !results.TryGetValue(c, out var r) || r.Status == WriteStatus.Unknown).ToList();
            var seen = lost.Count == 0 ? null : await recording.ReadAsync(lost, cancellationToken).ConfigureAwait(false);
            foreach (var (camera, action) in cameras.Select(c => (c.Key, c.Value)))
            {
                outcomes.Add(Judge(action, results.TryGetValue(camera, out var result) ? result : null, seen is not null && seen.TryGetValue(camera, out var now) ? now : (Outcome<bool>?)null, on));
            }
        }

        return outcomes;
    }

    // What is there now decides where the answer was lost.
    private static SideOutcome Judge(SideAction action, WriteResult? result, Outcome<bool>? seen, bool on) => (result, seen) switch
    {
        ({ Status: WriteStatus.Confirmed }, _) => new SideOutcome(action, SideStatus.Done),
        (_, { Error: null } now) when now.Value == on => new SideOutcome(action, SideStatus.Done),
        ({ Error: { } error }, _) => SideOutcomes.Failed(action, error),
        (_, { Error: { } error }) => SideOutcomes.Failed(action, error),
        _ => SideOutcomes.Failed(action, SideOutcomes.Differs(action)),
    };
}
