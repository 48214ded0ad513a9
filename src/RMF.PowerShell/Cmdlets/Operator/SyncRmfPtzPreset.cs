using System.Management.Automation;
using RMF.Core.Inventory;
using RMF.Core.Ptz;
using RMF.Engine.Operator;
using RMF.PowerShell.Errors;
using RMF.Policy;

namespace RMF.PowerShell.Cmdlets.Operator;

/// <summary>
/// Makes the PTZ presets of one side equal to the other's. Without -Direction the policy's <c>ptz.onMismatch</c> says who wins; where it says ask, both sides
/// are shown and a person chooses.
/// </summary>
[Cmdlet(VerbsData.Sync, "RmfPtzPreset", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(RmfSideResult))]
public sealed class SyncRmfPtzPreset : PresetCmdlet
{
    private int? forAll;

    /// <summary>Backup: the secondary follows the primary. Restore: the primary follows the secondary.</summary>
    [Parameter]
    public Direction? Direction { get; set; }

    private protected override async Task RunAsync(OperatorWork work, CameraReach reach, IReadOnlyList<OperatorCamera> cameras, CancellationToken cancellationToken)
    {
        var actions = new List<SideAction>();
        foreach (var camera in await ReadAsync(reach, cameras, cancellationToken).ConfigureAwait(false))
        {
            if (camera.Compare(work.Tolerance) is not { } comparison)
            {
                WriteError(CompareRmfPtzPreset.NotCompared(camera));
                continue;
            }

            if (comparison.IsOwnEqual)
            {
                WriteVerbose($"{camera.Camera.Name}: the presets are equal");
                Warn(camera, PresetPlan.Of(comparison, Core.Inventory.Side.Primary, canOrder: true, keepsPlace: true));
                continue;
            }

            if (SourceOf(camera, comparison) is not { } source)
            {
                continue;
            }

            var (plan, steps) = await new PresetReading(reach).PlanAsync(camera, source, work.Tolerance, cancellationToken).ConfigureAwait(false);
            Warn(camera, plan);
            if (steps.Count > 0 && ShouldProcess($"{camera.Camera.Name} ({steps[0].Side})", string.Join("; ", plan.Steps)))
            {
                actions.AddRange(steps);
            }
        }

        if (actions.Count == 0)
        {
            Tell("No changes: there is nothing to write.");
        }

        await WriteAsync(work, reach, actions, Remembering.Always, cancellationToken).ConfigureAwait(false);
    }

    private void Warn(CameraPresets camera, PresetPlan plan)
    {
        foreach (var pair in plan.InDevice)
        {
            WriteWarning($"{camera.Camera.Name}: '{pair.Name}' lives in the device and differs ({pair.State}); it is left alone.");
        }

        if (plan.LeavesOrder)
        {
            WriteWarning($"{camera.Camera.Name}: the order of the presets differs, and the server that follows takes no order.");
        }
    }

    private Core.Inventory.Side? SourceOf(CameraPresets camera, PresetComparison comparison)
    {
        if (Direction is { } direction)
        {
            return direction == RMF.PowerShell.Direction.Backup ? Core.Inventory.Side.Primary : Core.Inventory.Side.Secondary;
        }

        return PolicyInUse.Model.Ptz.OnMismatch switch
        {
            PtzMismatchRule.PrimaryWins => Core.Inventory.Side.Primary,
            PtzMismatchRule.SecondaryWins => Core.Inventory.Side.Secondary,
            _ => Ask(camera, comparison),
        };
    }

    private Core.Inventory.Side? Ask(CameraPresets camera, PresetComparison comparison)
    {
        const int Secondary = 1;
        const int Leave = 2;
        const int All = 3;
        if (forAll is null || forAll == Leave)
        {
            var rows = comparison.Pairs.Where(p => p.State != PresetState.Equal).Select(p => RmfPtzPresetComparison.Of(camera.Camera.Name, p));
            var text = string.Join(Environment.NewLine, rows.Select(r => $"{r.State}: primary {r.Primary ?? "(absent)"}, secondary {r.Secondary ?? "(absent)"}"));
            int answer;
            try
            {
                answer = OnPipeline(() => Host.UI.PromptForChoice(
                    $"The PTZ presets of '{camera.Camera.Name}' differ",
                    text,
                    [new("&Primary wins"), new("&Secondary wins"), new("&Leave them"), new("Primary wins for &all"), new("Secondary wins f&or all")],
                    Leave));
            }
            catch (Exception exception) when (exception is not (PipelineStoppedException or OperationCanceledException))
            {
                WriteError(RmfErrorRecord.Create("DirectionNeeded", ErrorCategory.InvalidArgument, $"The presets of '{camera.Camera.Name}' differ, the policy says ptz.onMismatch: ask, and nobody can be asked here. {text}", "Give -Direction Backup or Restore, or set ptz.onMismatch.", camera.Camera.Name));
                return null;
            }

            if (answer == Leave)
            {
                return null;
            }

            forAll = answer >= All ? answer - All : null;
            return answer is Secondary or All + Secondary ? Core.Inventory.Side.Secondary : Core.Inventory.Side.Primary;
        }

        return forAll == Secondary ? Core.Inventory.Side.Secondary : Core.Inventory.Side.Primary;
    }
}
