using System.Management.Automation;
using RMF.Core.Ptz;
using RMF.Engine.Operator;
using RMF.PowerShell.Arguments;
using RMF.PowerShell.Errors;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Operator;

/// <summary>Compares the PTZ presets of both sides by name, order and place, with the policy's tolerance. One object for each preset that differs.</summary>
[Cmdlet(VerbsData.Compare, "RmfPtzPreset")]
[OutputType(typeof(RmfPtzPresetComparison))]
public sealed class CompareRmfPtzPreset : PresetCmdlet
{
    /// <summary>Cameras: names with wildcards, ids or objects. Default: all that both sides have.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ItemSelectorArgument("Camera")]
    [ArgumentCompleter(typeof(CameraCompleter))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public override ItemSelector[] Camera { get; set; } = [];

    /// <summary>Also presets that are equal.</summary>
    [Parameter]
    public SwitchParameter IncludeEqual { get; set; }

    private protected override async Task RunAsync(OperatorWork work, CameraReach reach, IReadOnlyList<OperatorCamera> cameras, CancellationToken cancellationToken)
    {
        var meant = IsEverything ? [.. cameras.Where(c => c is { Primary: not null, Secondary: not null })] : cameras;
        foreach (var camera in await ReadAsync(reach, meant, cancellationToken).ConfigureAwait(false))
        {
            if (camera.Compare(work.Tolerance) is not { } comparison)
            {
                WriteError(NotCompared(camera));
                continue;
            }

            foreach (var pair in comparison.Pairs.Where(p => IncludeEqual || p.State != PresetState.Equal))
            {
                WriteObject(RmfPtzPresetComparison.Of(camera.Camera.Name, pair));
            }
        }
    }

    internal static ErrorRecord NotCompared(CameraPresets camera) => RmfErrorRecord.Create(
        "PresetsNotCompared",
        ErrorCategory.ResourceUnavailable,
        $"The presets of '{camera.Camera.Name}' could not be compared: {camera.WhyNotCompared}",
        "Both sides must have the camera and answer.",
        camera.Camera.Name);
}
