using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Engine.Runs;

namespace RMF.PowerShell.Cmdlets.Sync;

/// <summary>The base of the Sync cmdlets of what belongs to a site and not to a recording server: groups, roles, views. Always the whole kind.</summary>
public abstract class SyncSiteItemCmdlet : SyncCmdlet
{
    private protected abstract IReadOnlyCollection<ItemKind> Kinds { get; }

    /// <summary>The policy's key that switches the kind on.</summary>
    private protected abstract string Key { get; }

    private protected sealed override PlanScope Scope() => new() { Kinds = Kinds, Lifecycle = false };

    private protected sealed override IReadOnlyList<RmfChangeResult> Left(PreparedRun run)
    {
        var categories = run.Context.Options.Categories;
        if (!Kinds.Any(k => KindTable.Of(k).Properties.Any(p => categories.Contains(p.Category))))
        {
            WriteWarning($"The policy switches {Key} off: nothing of it is compared.");
        }

        return [];
    }
}
