using System.Management.Automation;
using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Engine.Runs;
using RMF.PowerShell.Arguments;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Sync;

/// <summary>The base of the Sync cmdlets of devices that are no cameras: the plan's part of one kind, for all of them or for those that are named.</summary>
public abstract class SyncDeviceCmdlet : SyncCmdlet
{
    private readonly Selection wanted = new("Device");

    /// <summary>Devices of the source: names with wildcards, or ids. Default: all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ItemSelectorArgument("Device")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public ItemSelector[] Name { get; set; } = [];

    private protected abstract ItemKind Kind { get; }

    /// <summary>The policy's key that switches the kind on.</summary>
    private protected abstract string Key { get; }

    private protected sealed override void Collect() => wanted.Add(Name);

    private protected sealed override PlanScope Scope() => new()
    {
        Kinds = KindTable.Of(Kind).Parts.Prepend(Kind).ToList(),
        Lifecycle = false,
        Selects = wanted.IsEverything ? null : item => item.Key.Kind == Kind && wanted.Includes(item.Name, item.Key.Id),
    };

    private protected sealed override IReadOnlyList<RmfChangeResult> Left(PreparedRun run)
    {
        var categories = run.Context.Options.Categories;
        if (!KindTable.Of(Kind).Properties.Any(p => categories.Contains(p.Category)))
        {
            WriteWarning($"The policy switches {Key} off: nothing of it is compared.");
            return [];
        }

        var input = run.Context.Input;
        var source = input.View(run.Context.Source);
        var all = source.OfKind(Kind).ToList();
        var left = all
            .Where(d => wanted.Includes(d.Name, d.Key.Id) && input.Pairs.Find(run.Context.Source, d.Key) is null)
            .Select(d => Skipped(d, Why(run, d)))
            .ToList();
        if (!wanted.IsEverything)
        {
            left.AddRange(input.View(run.Context.Target).OfKind(Kind)
                .Where(d => input.Pairs.Find(run.Context.Target, d.Key) is null && wanted.Includes(d.Name, d.Key.Id))
                .Select(d => Skipped(d, "the target has it and the source has not; it is left alone")));
            foreach (var error in wanted.Missing(all.Select(d => d.Name)))
            {
                WriteError(error);
            }
        }

        return left;
    }

    private static string Why(PreparedRun run, Item device)
    {
        if (Protection.WhyUnseen(run.Context.Input, run.Context.Source, device) is { } unseen)
        {
            return "not known: " + unseen;
        }

        var hardware = device.Parent is { } parent ? run.Context.Input.View(run.Context.Source).Find(parent) : null;
        return hardware is null || run.Context.Input.Pairs.Find(run.Context.Source, hardware.Key) is not null
            ? "its counterpart is not there; the device offers fewer channels there"
            : $"its device is not on the {run.Context.Target.ToString().ToLowerInvariant()} side yet; Sync-RmfHardware '{hardware.Name.Replace("'", "''")}' adds it";
    }
}
