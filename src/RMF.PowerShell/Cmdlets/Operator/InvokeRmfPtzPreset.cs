using System.Management.Automation;
using RMF.Core.Inventory;
using RMF.Engine.Operator;
using RMF.Engine.Ports;
using RMF.PowerShell.Errors;
using RMF.Policy;

namespace RMF.PowerShell.Cmdlets.Operator;

/// <summary>
/// Moves cameras to a PTZ preset, through one side: both look through one device. Without -Side the preferred side of the policy is asked, and the other one
/// where that one does not do it.
/// </summary>
[Cmdlet(VerbsLifecycle.Invoke, "RmfPtzPreset", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(RmfSideResult))]
public sealed class InvokeRmfPtzPreset : PresetCmdlet
{
    /// <summary>The preset's name.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "";

    private protected override async Task RunAsync(OperatorWork work, CameraReach reach, IReadOnlyList<OperatorCamera> cameras, CancellationToken cancellationToken)
    {
        var order = PolicyInUse.Model.Live.Priority == PreferredSide.Primary ? Sides : Sides.Reverse();
        foreach (var camera in cameras)
        {
            if (ShouldProcess(camera.Name, $"Go to preset '{Name}'"))
            {
                await GoAsync(reach, camera, order, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task GoAsync(CameraReach reach, OperatorCamera camera, IEnumerable<Core.Inventory.Side> order, CancellationToken cancellationToken)
    {
        SiteError? last = null;
        foreach (var side in order.Where(s => camera.On(s) is not null))
        {
            if (await new PresetWork(reach).GoAsync(camera.On(side)!, Name, cancellationToken).ConfigureAwait(false) is not { } error)
            {
                WriteObject(new RmfSideResult { Time = DateTime.Now, Camera = camera.Name, Action = $"go to preset '{Name}'", Side = side.ToString(), Site = camera.On(side)!.Site, Status = nameof(SideStatus.Done) });
                return;
            }

            last = error;
            WriteVerbose($"{camera.Name} ({side}): {error}");
        }

        WriteError(last is null
            ? RmfErrorRecord.Create("PresetNotFound", ErrorCategory.ObjectNotFound, $"'{camera.Name}' is not known on that side.", "Leave -Side out, or name the other one.", camera.Name)
            : RmfErrorRecord.From(last, camera.Name));
    }
}
