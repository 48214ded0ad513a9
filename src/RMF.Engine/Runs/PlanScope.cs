using RMF.Core.Inventory;
using RMF.Core.Planning;

namespace RMF.Engine.Runs;

/// <summary>Which part of a plan is wanted. Everything is compared; the scope decides what stays in the plan.</summary>
public sealed record PlanScope
{
    public static readonly PlanScope Everything = new();

    /// <summary>Kinds whose changes stay; empty = all.</summary>
    public IReadOnlyCollection<ItemKind> Kinds { get; init; } = [];

    /// <summary>Whether devices are added, with all that hangs on them.</summary>
    public bool Lifecycle { get; init; } = true;

    /// <summary>Ids of source hardware and devices; empty = all. A camera's id covers its parts, a hardware's id its devices.</summary>
    public IReadOnlyCollection<string> SourceIds { get; init; } = [];

    public bool Includes(Change change, SideView source)
    {
        if (change.Action == ChangeAction.Adopt)
        {
            return true;
        }

        var isLifecycle = change.Action == ChangeAction.Create || change.DependsOn.Count > 0;
        if (isLifecycle ? !Lifecycle : Kinds.Count > 0 && !Kinds.Contains(change.Kind))
        {
            return false;
        }

        return SourceIds.Count == 0 || change.Source is not { } key || SourceIds.Contains(key.Id, StringComparer.Ordinal) || HasParentIn(key, source);
    }

    private bool HasParentIn(ItemKey key, SideView source)
    {
        var item = source.Find(key);
        for (var depth = 0; item?.Parent is { } parent && depth < 3; depth++)
        {
            if (SourceIds.Contains(parent.Id, StringComparer.Ordinal))
            {
                return true;
            }

            item = source.Find(parent);
        }

        return false;
    }
}
