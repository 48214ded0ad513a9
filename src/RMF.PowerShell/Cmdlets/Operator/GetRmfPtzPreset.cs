using System.Management.Automation;
using RMF.Engine.Operator;
using RMF.PowerShell.Arguments;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Operator;

/// <summary>Lists the PTZ presets of cameras on each side.</summary>
[Cmdlet(VerbsCommon.Get, "RmfPtzPreset")]
[OutputType(typeof(RmfPtzPreset))]
public sealed class GetRmfPtzPreset : PresetCmdlet
{
    /// <summary>Cameras: names with wildcards, ids or objects. Default: all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ItemSelectorArgument("Camera")]
    [ArgumentCompleter(typeof(CameraCompleter))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public override ItemSelector[] Camera { get; set; } = [];

    /// <summary>The presets' name, wildcards allowed.</summary>
    [Parameter(Position = 1)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "*";

    private protected override async Task RunAsync(OperatorWork work, CameraReach reach, IReadOnlyList<OperatorCamera> cameras, CancellationToken cancellationToken)
    {
        var pattern = NamePattern.Of(Name);
        foreach (var camera in await ReadAsync(reach, cameras, cancellationToken).ConfigureAwait(false))
        {
            foreach (var side in Sides)
            {
                foreach (var preset in (camera.On(side)?.Value ?? []).Where(p => pattern.IsMatch(p.Name)))
                {
                    WriteObject(new RmfPtzPreset
                    {
                        Camera = camera.Camera.Name,
                        Name = preset.Name,
                        Number = preset.Number,
                        Side = side.ToString(),
                        Site = camera.Camera.On(side)!.Site,
                        Pan = preset.Content.Pan,
                        Tilt = preset.Content.Tilt,
                        Zoom = preset.Content.Zoom,
                        Description = preset.Content.Description,
                        Default = preset.IsDefault,
                        InDevice = preset.IsInDevice,
                        PresetId = preset.Id,
                    });
                }
            }
        }
    }
}
