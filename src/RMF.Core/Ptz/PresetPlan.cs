using RMF.Core.Inventory;

namespace RMF.Core.Ptz;

/// <summary>The writes that bring one side's presets to the other's. Immutable.</summary>
/// <param name="Source">The side that wins.</param>
/// <param name="Steps">In the order of writing: nothing is removed before what takes its place is there.</param>
public sealed record PresetPlan(Side Source, IReadOnlyList<PresetStep> Steps)
{
    /// <summary>Presets in the device that differ: nobody writes them.</summary>
    public IReadOnlyList<PresetPair> InDevice { get; init; } = [];

    /// <summary>True when the order differs and the target has no request that sets it.</summary>
    public bool LeavesOrder { get; init; }

    public bool IsEmpty => Steps.Count == 0;

    /// <param name="comparison">Both sides.</param>
    /// <param name="source">The side that wins.</param>
    /// <param name="canOrder">Whether the other side has a request that sets the order.</param>
    /// <param name="keepsPlace">Whether the other side updates a preset in place. Where it does not, an updated one is made anew and stands last.</param>
    public static PresetPlan Of(PresetComparison comparison, Side source, bool canOrder, bool keepsPlace)
    {
        var target = source == Side.Primary ? Side.Secondary : Side.Primary;
        var updates = new List<PresetStep>();
        var creates = new List<PresetStep>();
        var removes = new List<PresetStep>();
        foreach (var pair in comparison.Pairs.Where(static p => !p.IsInDevice))
        {
            switch (pair.On(source), pair.On(target))
            {
                case ({ } wanted, null):
                    creates.Add(new PresetStep(PresetStepKind.Create, null, wanted.Content));
                    break;
                case (null, { } gone):
                    removes.Add(new PresetStep(PresetStepKind.Remove, gone, null));
                    break;
                case ({ } wanted, { } held) when (pair.State & (PresetState.Renamed | PresetState.Moved)) != PresetState.Equal:
                    updates.Add(new PresetStep(PresetStepKind.Update, held, wanted.Content));
                    break;
            }
        }

        var steps = new List<PresetStep>([.. updates, .. creates, .. removes]);
        var wantedOrder = comparison.OwnOn(source).Select(static p => p.Name).ToList();
        var isOrdered = OrderAfter(comparison.OwnOn(target), steps, keepsPlace).SequenceEqual(wantedOrder, StringComparer.Ordinal);
        if (!isOrdered && canOrder)
        {
            steps.Add(new PresetStep(PresetStepKind.Order, null, null) { Names = wantedOrder });
        }

        return new PresetPlan(source, steps) { InDevice = [.. comparison.Pairs.Where(static p => p.IsInDevice && p.State != PresetState.Equal)], LeavesOrder = !isOrdered && !canOrder };
    }

    private static List<string> OrderAfter(IReadOnlyList<Preset> held, List<PresetStep> steps, bool keepsPlace)
    {
        var names = held.Select(static p => (p.Id, p.Name)).ToList();
        foreach (var step in steps)
        {
            var at = step.Held is { } before ? names.FindIndex(n => n.Id == before.Id) : -1;
            if (step.Kind == PresetStepKind.Update && keepsPlace)
            {
                names[at] = (names[at].Id, step.Wanted!.Name);
                continue;
            }

            if (at >= 0)
            {
                names.RemoveAt(at);
            }

            if (step.Wanted is { } made)
            {
                names.Add((string.Empty, made.Name));
            }
        }

        return names.ConvertAll(static n => n.Name);
    }
}
