using System.Management.Automation;
using RMF.Core.Ptz;
using RMF.Engine.Operator;
using RMF.PowerShell.Errors;

namespace RMF.PowerShell.Cmdlets.Operator;

/// <summary>Makes a PTZ preset on both sides. One that is there already with this place is left as it is.</summary>
[Cmdlet(VerbsCommon.Add, "RmfPtzPreset", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(RmfSideResult))]
public sealed class AddRmfPtzPreset : PresetCmdlet
{
    /// <summary>The preset's name.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "";

    /// <summary>-1 to 1.</summary>
    [Parameter(Mandatory = true)]
    [ValidateRange(-1.0, 1.0)]
    public double Pan { get; set; }

    /// <summary>-1 to 1.</summary>
    [Parameter(Mandatory = true)]
    [ValidateRange(-1.0, 1.0)]
    public double Tilt { get; set; }

    /// <summary>0 to 1.</summary>
    [Parameter(Mandatory = true)]
    [ValidateRange(0.0, 1.0)]
    public double Zoom { get; set; }

    /// <summary>For people.</summary>
    [Parameter]
    public string? Description { get; set; }

    private protected override async Task RunAsync(OperatorWork work, CameraReach reach, IReadOnlyList<OperatorCamera> cameras, CancellationToken cancellationToken)
    {
        var content = new PresetContent(Name, Pan, Tilt, Zoom) { Description = Description };
        var actions = new List<SideAction>();
        foreach (var camera in await ReadAsync(reach, cameras, cancellationToken).ConfigureAwait(false))
        {
            if (Sides.Select(s => (Side: s, Held: Held(camera.On(s), Name))).FirstOrDefault(h => h.Held is not null && (h.Held.IsInDevice || !h.Held.Content.IsAt(content, work.Tolerance))) is { Held: not null } other)
            {
                WriteError(RmfErrorRecord.Create("PresetExists", ErrorCategory.ResourceExists, $"'{camera.Camera.Name}' has another preset '{Name}' on the {other.Side.ToString().ToLowerInvariant()} side: {RmfPtzPresetComparison.Text(other.Held)}.", "Change it with Set-RmfPtzPreset, or choose another name.", camera.Camera.Name));
            }
            else if (ShouldProcess(camera.Camera.Name, $"Make preset '{Name}' on {Side.ToLowerInvariant()}"))
            {
                actions.AddRange(Sides.Select(s => new SideAction(camera.Camera, s, OperatorIntent.Have(content))));
            }
        }

        await WriteAsync(work, reach, actions, Remembers, cancellationToken).ConfigureAwait(false);
    }
}
