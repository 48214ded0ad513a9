using System.Management.Automation;
using RMF.Core.Ptz;
using RMF.Engine.Operator;
using RMF.PowerShell.Errors;

namespace RMF.PowerShell.Cmdlets.Operator;

/// <summary>Gives a PTZ preset another name, place or description on both sides. A side that lacks it gets it. What is not given stays as it is on each side.</summary>
[Cmdlet(VerbsCommon.Set, "RmfPtzPreset", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(RmfSideResult))]
public sealed class SetRmfPtzPreset : PresetCmdlet
{
    /// <summary>The preset's name.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "";

    /// <summary>Its new name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? NewName { get; set; }

    /// <summary>-1 to 1.</summary>
    [Parameter]
    [ValidateRange(-1.0, 1.0)]
    public double? Pan { get; set; }

    /// <summary>-1 to 1.</summary>
    [Parameter]
    [ValidateRange(-1.0, 1.0)]
    public double? Tilt { get; set; }

    /// <summary>0 to 1.</summary>
    [Parameter]
    [ValidateRange(0.0, 1.0)]
    public double? Zoom { get; set; }

    /// <summary>For people.</summary>
    [Parameter]
    public string? Description { get; set; }

    private protected override async Task RunAsync(OperatorWork work, CameraReach reach, IReadOnlyList<OperatorCamera> cameras, CancellationToken cancellationToken)
    {
        var actions = new List<SideAction>();
        foreach (var camera in await ReadAsync(reach, cameras, cancellationToken).ConfigureAwait(false))
        {
            var known = new[] { Held(camera.Primary, Name), Held(camera.Secondary, Name) }.OfType<Preset>().ToList();
            if (known.Count == 0)
            {
                WriteError(RmfErrorRecord.Create("PresetNotFound", ErrorCategory.ObjectNotFound, $"'{camera.Camera.Name}' has no preset '{Name}' on a side that answers.", "Get-RmfPtzPreset lists them; Add-RmfPtzPreset makes one.", camera.Camera.Name));
            }
            else if (NewName is { } name && name != Name && Sides.Any(s => Held(camera.On(s), name) is not null))
            {
                WriteError(RmfErrorRecord.Create("PresetExists", ErrorCategory.ResourceExists, $"'{camera.Camera.Name}' has a preset '{name}' already.", "Choose another name.", camera.Camera.Name));
            }
            else if (ShouldProcess(camera.Camera.Name, $"Change preset '{Name}' on {Side.ToLowerInvariant()}"))
            {
                actions.AddRange(Sides.Select(s => new SideAction(camera.Camera, s, OperatorIntent.Have(Content(Held(camera.On(s), Name) ?? known[0]), NewName is null ? null : Name))));
            }
        }

        await WriteAsync(work, reach, actions, Remembers, cancellationToken).ConfigureAwait(false);
    }

    private PresetContent Content(Preset held) => new(NewName ?? Name, Pan ?? held.Content.Pan, Tilt ?? held.Content.Tilt, Zoom ?? held.Content.Zoom) { Description = Description };
}
