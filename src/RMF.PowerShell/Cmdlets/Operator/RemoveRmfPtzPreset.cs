using System.Management.Automation;
using RMF.Engine.Operator;
using RMF.PowerShell.Errors;

namespace RMF.PowerShell.Cmdlets.Operator;

/// <summary>Removes a PTZ preset on both sides. Its stops go out of patrolling profiles with it.</summary>
[Cmdlet(VerbsCommon.Remove, "RmfPtzPreset", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(RmfSideResult))]
public sealed class RemoveRmfPtzPreset : PresetCmdlet
{
    /// <summary>The preset's name.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "";

    private protected override async Task RunAsync(OperatorWork work, CameraReach reach, IReadOnlyList<OperatorCamera> cameras, CancellationToken cancellationToken)
    {
        var actions = new List<SideAction>();
        foreach (var camera in await ReadAsync(reach, cameras, cancellationToken).ConfigureAwait(false))
        {
            if (Sides.All(s => Held(camera.On(s), Name) is null))
            {
                WriteError(RmfErrorRecord.Create("PresetNotFound", ErrorCategory.ObjectNotFound, $"'{camera.Camera.Name}' has no preset '{Name}' on a side that answers.", "Get-RmfPtzPreset lists them.", camera.Camera.Name));
            }
            else if (ShouldProcess(camera.Camera.Name, $"Remove preset '{Name}' on {Side.ToLowerInvariant()}"))
            {
                actions.AddRange(Sides.Select(s => new SideAction(camera.Camera, s, OperatorIntent.Lack(Name))));
            }
        }

        await WriteAsync(work, reach, actions, Remembers, cancellationToken).ConfigureAwait(false);
    }
}
