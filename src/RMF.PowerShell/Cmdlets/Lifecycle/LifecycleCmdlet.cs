using System.Management.Automation;
using RMF.Core.Inventory;
using RMF.Core.Planning;
using RMF.Engine.Runs;
using RMF.Policy;
using RMF.PowerShell.Arguments;
using RMF.PowerShell.Cmdlets.Sync;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Lifecycle;

/// <summary>
/// The base of cmdlets that carry out one step of the lifecycle for named cameras or devices, whether or not the policy lets a run do it by
/// itself. All else of the policy holds: direction, mode, selectors, guards.
/// </summary>
public abstract class LifecycleCmdlet : SyncCmdlet
{
    private readonly HashSet<ItemKey> done = [];

    /// <summary>The step.</summary>
    private protected abstract ChangeAction Step { get; }

    /// <summary>What was asked for: cameras or hardware.</summary>
    private protected abstract Selection Wanted { get; }

    /// <summary>The kind that is named.</summary>
    private protected abstract ItemKind Named { get; }

    /// <summary>Why there was nothing to do for an item that is there.</summary>
    private protected abstract string NothingToDo { get; }

    /// <summary>This step alone: the others are no part of what was asked.</summary>
    private protected sealed override RedundancyPolicy Model => PolicyInUse.Model with
    {
        Lifecycle = new LifecyclePolicy
        {
            Add = Step == ChangeAction.Create,
            Move = Step == ChangeAction.Move,
            Replace = Step == ChangeAction.Replace,
            Delete = Step == ChangeAction.Delete,
        },
    };

    private protected sealed override PlanScope Scope() => new() { Picks = IsWanted };

    private protected sealed override IReadOnlyList<RmfChangeResult> Left(PreparedRun run)
    {
        var input = run.Context.Input;
        var refused = run.Plan.Changes.Where(c => c.Action == ChangeAction.Unsupported && c.Source is not null).GroupBy(c => c.Source!.Value).ToDictionary(g => g.Key, g => g.First().Detail);
        var left = new List<RmfChangeResult>();
        var names = new List<string>();
        foreach (var view in new[] { input.View(run.Context.Source), input.View(run.Context.Target) })
        {
            foreach (var item in view.OfKind(Named))
            {
                names.Add(item.Name);
                if (!Wanted.Includes(item.Name, item.Key.Id))
                {
                    continue;
                }

                var hardware = Named == ItemKind.Hardware ? item.Key : item.Parent ?? item.Key;
                var pair = input.Pairs.Find(view.Side, hardware);
                var onSource = pair is null ? hardware : pair.On(run.Context.Source).Key;
                if (refused.TryGetValue(onSource, out var why) || (!done.Contains(hardware) && !done.Contains(onSource)))
                {
                    // Once for both sides.
                    done.Add(hardware);
                    done.Add(onSource);
                    left.Add(Skipped(item, why ?? NothingToDo));
                }
            }
        }

        foreach (var error in Wanted.Missing(names))
        {
            WriteError(error);
        }

        return left;
    }

    private bool IsWanted(Change change, PlanningInput input)
    {
        if (change.Kind != ItemKind.Hardware || (change.Action != Step && change.Action != ChangeAction.Unsupported))
        {
            return false;
        }

        var keys = new[] { change.Source, change.Target }.OfType<ItemKey>().ToList();
        var items = new[] { input.Primary, input.Secondary }.SelectMany(view => keys.SelectMany(key => Named == ItemKind.Hardware
            ? (view.Find(key) is { } hardware ? [hardware] : [])
            : view.ChildrenOf(key, Named))).ToList();

        // Each is asked, so that each knows what it was found for.
        var isWanted = items.Count(item => Wanted.Includes(item.Name, item.Key.Id)) > 0;
        if (isWanted)
        {
            done.UnionWith(keys);
        }

        return isWanted;
    }
}
