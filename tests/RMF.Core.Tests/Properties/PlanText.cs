using RMF.Core.Inventory;
using RMF.Core.Planning;

namespace RMF.Core.Tests.Properties;

/// <summary>Plans and items as text, so that two can be compared and a failure can be read.</summary>
internal static class PlanText
{
    public static string Of(PlanDraft plan)
        => string.Join("\n", plan.Changes.Select(Of).Concat(plan.Unknown.Select(u => $"Unknown {u.Address} {u.Key} {u.Reason}")).Append($"{plan.PairCount} pairs"));

    public static string Of(Change change)
        => $"{change.Stage} {change} {change.Reason} {change.Source} -> {change.Target} after [{string.Join(", ", change.DependsOn)}] {change.Detail}"
            + string.Concat(change.Properties.Select(p => $"\n    {p.Path}: {p.Before} -> {p.After} (base {p.Base}) {p.Reason} {p.Detail}"));

    public static string Of(IEnumerable<Item> items)
        => string.Join("\n", items.OrderBy(i => i.Key.ToString(), StringComparer.Ordinal).Select(i => $"{i} {i.Properties}"));
}
