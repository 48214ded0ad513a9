using System.Management.Automation;
using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Engine.Runs;
using RMF.PowerShell.Arguments;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Sync;

/// <summary>Makes the cameras of the target equal to their pairs: general, recording, streams, settings, motion. A camera without a pair is reported as Skipped.</summary>
[Cmdlet(VerbsData.Sync, "RmfCamera", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(RmfChangeResult))]
public sealed class SyncRmfCamera : SyncCmdlet
{
    private readonly Selection wanted = new("Camera");

    /// <summary>Cameras of the source: names with wildcards, ids or objects. Default: all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ItemSelectorArgument("Camera")]
    [ArgumentCompleter(typeof(CameraCompleter))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public ItemSelector[] Camera { get; set; } = [];

    private protected override bool MendsFirst => true;

    private protected override void Collect() => wanted.Add(Camera);

    private protected override PlanScope Scope() => new()
    {
        Kinds = KindTable.Of(ItemKind.Camera).Parts.Prepend(ItemKind.Camera).ToList(),
        Lifecycle = false,
        Selects = wanted.IsEverything ? null : item => item.Key.Kind == ItemKind.Camera && wanted.Includes(item.Name, item.Key.Id),
    };

    private protected override IReadOnlyList<RmfChangeResult> Left(PreparedRun run)
    {
        var input = run.Context.Input;
        var source = input.View(run.Context.Source);
        var reasons = Protection.Unprotected(run.Context).ToDictionary(u => u.Camera.Key, u => u.Reason);
        var left = new List<RmfChangeResult>();
        foreach (var camera in source.OfKind(ItemKind.Camera).Where(c => wanted.Includes(c.Name, c.Key.Id)))
        {
            if (reasons.TryGetValue(camera.Key, out var reason) || input.Pairs.Find(run.Context.Source, camera.Key) is null)
            {
                left.Add(Skipped(camera, Advise(run, camera, reason ?? Unpaired(run, camera))));
            }
        }

        if (!wanted.IsEverything)
        {
            left.AddRange(input.View(run.Context.Target).OfKind(ItemKind.Camera)
                .Where(c => input.Pairs.Find(run.Context.Target, c.Key) is null && wanted.Includes(c.Name, c.Key.Id))
                .Select(c => Skipped(c, "the target has it and the source has not; it is left alone")));
            foreach (var error in wanted.Missing(source.OfKind(ItemKind.Camera).Select(c => c.Name)))
            {
                WriteError(error);
            }
        }

        return left;
    }

    private static string Unpaired(PreparedRun run, Item camera)
        => Protection.WhyUnseen(run.Context.Input, run.Context.Source, camera) is { } why ? "not known: " + why : $"not on the {run.Context.Target.ToString().ToLowerInvariant()} side yet";

    // The command that helps, where one does.
    private static string Advise(PreparedRun run, Item camera, string reason)
    {
        var input = run.Context.Input;
        var source = input.View(run.Context.Source);
        if (camera.Parent is not { } parent || source.Find(parent) is not { } hardware || !run.Context.Options.Managed.CoversHardware(hardware, source))
        {
            return reason;
        }

        if (Protection.WhyUnseen(input, run.Context.Source, camera) is not null)
        {
            return reason;
        }

        if (input.Pairs.Find(run.Context.Source, hardware.Key) is not null)
        {
            return $"{reason}; its device is, and offers fewer channels there";
        }

        var command = $"Sync-RmfHardware '{hardware.Name.Replace("'", "''")}'";
        return run.Context.Options.Lifecycle.Add ? $"{reason}; {command} adds its device" : $"{reason}; switch on the policy's lifecycle.add, then {command} adds its device";
    }
}
