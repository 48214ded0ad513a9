using RMF.Core.Inventory;
using RMF.Core.Planning;
using RMF.Testing.Worlds;

namespace RMF.Core.Tests.Planning;

/// <summary>All that a plan says, as lines that a person can read and approve: items by name and not by id.</summary>
internal sealed class PlanLines(params SiteSnapshot[] sites)
{
    public static string Of(SyncWorld world, PlanDraft plan) => new PlanLines(world.Primary, world.Secondary).Of(plan);

    public static string Of(SyncWorld world, PlanDraft plan, params ItemKind[] kinds)
        => new PlanLines(world.Primary, world.Secondary).Of(plan with { Changes = plan.Changes.Where(c => kinds.Contains(c.Kind)).ToList() });

    /// <summary>The changes in their order, then what is unknown. Pairs that are only remembered are left out.</summary>
    public string Of(PlanDraft plan)
        => string.Concat(plan.Changes.Where(c => c.Action != ChangeAction.Adopt).Select(Of).Concat(plan.Unknown.Select(u => $"Unknown {u.Address}\n  {Name(u.Key)} since {u.Since:yyyy-MM-dd}: {u.Reason}\n")));

    private string Of(Change change)
        => $"{change.Action} {change.Id}\n"
            + (change.Id == change.Address ? "" : $"  at {change.Address}\n")
            + $"  {change.Kind} '{change.Name}', {change.Reason}: {Name(change.Source)} -> {(change.Target is null ? "new on " + change.Site : Name(change.Target))}\n"
            + $"  stage {change.Stage} by {change.Method}{(change.TargetRecorder is { } recorder ? " on " + Name(recorder) : "")}\n"
            + (change.Target is { } target && target.Site != change.Site ? $"  WRITES TO {change.Site}\n" : "")
            + string.Concat(change.DependsOn.Select(d => $"  after {d}\n"))
            + (change.Detail is { } detail ? $"  says: {detail}\n" : "")
            + string.Concat(change.Properties.Select(Of));

    private string Of(ChangedProperty property)
        => $"    {property.Path}: {Text(property.Before)} -> {Text(property.After)}, {property.Reason}"
            + (property.Base is { } agreed ? $", agreed on {Text(agreed)}" : "")
            + (property.Detail is { } detail ? $" ({detail})" : "") + "\n";

    private string Name(ItemKey? key)
        => key is not { } known ? "nothing" : sites.FirstOrDefault(s => s.Site == known.Site)?.Find(known) is { } item ? $"{known.Site}/{item.Name}" : known.ToString();

    private string Text(PropertyValue? value) => value switch
    {
        null => "absent",
        Reference reference => Name(reference.Target),
        Scalar { Type: ScalarType.Null } => "null",
        Scalar { Value: var text } => $"'{text}'",
        _ => value.ToString()!,
    };
}
