using RMF.Core.Inventory;
using RMF.Core.Ptz;
using RMF.Engine.Ports;

namespace RMF.Engine.Operator;

/// <summary>Reads cameras' presets on the sides that answer, and what the accounts may do with them. Thread-safe.</summary>
public sealed class PresetReading
{
    private readonly CameraReach reach;

    public PresetReading(CameraReach reach) => this.reach = reach;

    /// <summary>One entry for each camera, in their order.</summary>
    public async Task<IReadOnlyList<CameraPresets>> ReadAsync(IReadOnlyList<OperatorCamera> cameras, CancellationToken cancellationToken)
    {
        var result = new CameraPresets[cameras.Count];
        await EachAsync(cameras.Count, async i =>
        {
            var primary = ReadAsync(cameras[i].Primary, cancellationToken);
            var secondary = ReadAsync(cameras[i].Secondary, cancellationToken);
            result[i] = new CameraPresets(cameras[i], await primary.ConfigureAwait(false), await secondary.ConfigureAwait(false));
        }).ConfigureAwait(false);
        return result;
    }

    /// <summary>
    /// The sides on which the account may not change the presets of a camera, found out before anything is written. A side that is away or does not tell is
    /// not among them.
    /// </summary>
    public async Task<IReadOnlyList<SideOutcome>> RefusedAsync(IReadOnlyList<SideAction> actions, CancellationToken cancellationToken)
    {
        var asked = actions.Where(a => a.Target is { } target && reach.Sites.ContainsKey(target.Site)).GroupBy(a => (a.Target!.Site, a.Target.Id)).Select(g => g.First()).ToList();
        var refused = new SideOutcome?[asked.Count];
        await EachAsync(asked.Count, async i =>
        {
            var target = asked[i].Target!;
            var may = await reach.Sites[target.Site].Operator.Presets.MayChangeAsync(target.Id, cancellationToken).ConfigureAwait(false);
            if (may is { Error: null, Value: false })
            {
                refused[i] = SideOutcomes.Failed(asked[i], NoRight(asked[i]));
            }
        }).ConfigureAwait(false);
        return [.. refused.OfType<SideOutcome>()];
    }

    /// <summary>The writes that bring one side of a camera to the other's, as actions on the side that follows.</summary>
    /// <param name="presets">Both sides, which could be compared.</param>
    /// <param name="source">The side that wins.</param>
    /// <param name="tolerance">How far places may lie apart.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<(PresetPlan Plan, IReadOnlyList<SideAction> Actions)> PlanAsync(CameraPresets presets, Side source, PresetTolerance tolerance, CancellationToken cancellationToken)
    {
        var side = source == Side.Primary ? Side.Secondary : Side.Primary;
        var comparison = presets.Compare(tolerance)!;
        var target = presets.Camera.On(side)!;
        if (comparison.IsEqual)
        {
            return (new PresetPlan(source, []), []);
        }

        var means = await reach.Sites[target.Site].Operator.Presets.MeansAsync(target.Id, cancellationToken).ConfigureAwait(false);
        var plan = PresetPlan.Of(comparison, source, means.Orders, keepsPlace: false);
        return (plan, [.. plan.Steps.Select(s => new SideAction(presets.Camera, side, IntentOf(s)))]);
    }

    private static OperatorIntent IntentOf(PresetStep step) => step.Kind switch
    {
        PresetStepKind.Remove => OperatorIntent.Lack(step.Held!.Name),
        PresetStepKind.Order => OperatorIntent.Order(step.Names),
        _ => OperatorIntent.Have(step.Wanted!, step.Held is { } held && held.Name != step.Wanted!.Name ? held.Name : null),
    };

    private async Task<Outcome<IReadOnlyList<Preset>>?> ReadAsync(SideCamera? camera, CancellationToken cancellationToken)
    {
        if (camera is null)
        {
            return null;
        }

        return reach.Sites.TryGetValue(camera.Site, out var site) ? await site.Operator.Presets.ReadAsync(camera.Id, cancellationToken).ConfigureAwait(false) : reach.WhyAway(camera.Site);
    }

    private static SiteError NoRight(SideAction action) => new(
        SiteErrorKind.Forbidden,
        action.Target!.Site,
        action.Intent.ToString(),
        $"{action.Target.Site}: the account has no right to the PTZ presets of '{action.Camera.Name}'. Nothing was written on either side.",
        "Give the account's role the PTZ preset permission on the camera, or write the other side alone with -Side.");

    private static async Task EachAsync(int count, Func<int, Task> work)
    {
        var next = -1;
        async Task RunAsync()
        {
            for (var i = Interlocked.Increment(ref next); i < count; i = Interlocked.Increment(ref next))
            {
                await work(i).ConfigureAwait(false);
            }
        }

        await Task.WhenAll(Enumerable.Range(0, Math.Min(BothSides.CamerasAtOnce, count)).Select(_ => RunAsync())).ConfigureAwait(false);
    }
}
