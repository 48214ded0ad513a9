using RMF.Engine.Ports;

namespace RMF.Engine.Operator;

/// <summary>What operators do with presets, for every host. Thread-safe.</summary>
/// <param name="reach">The sites that answer.</param>
public sealed class PresetWork(CameraReach reach)
{
    /// <summary>Writes, after the accounts' rights were looked at: a camera that one side would refuse is not written on either.</summary>
    /// <param name="sides">Carries it out.</param>
    /// <param name="actions">What is wanted.</param>
    /// <param name="remembering">When a side that did not do its part is remembered.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The refusals first, then what became of the rest.</returns>
    public async Task<BothSidesResult> WriteAsync(BothSides sides, IReadOnlyList<SideAction> actions, Remembering remembering, CancellationToken cancellationToken)
    {
        var refused = await new PresetReading(reach).RefusedAsync(actions, cancellationToken).ConfigureAwait(false);
        var left = new HashSet<OperatorCamera>(refused.Select(r => r.Action.Camera));
        var meant = actions.Where(a => !left.Contains(a.Camera)).ToList();
        if (meant.Count == 0)
        {
            return new BothSidesResult(refused);
        }

        var result = await sides.RunAsync(meant, reach, remembering, cancellationToken).ConfigureAwait(false);
        return refused.Count == 0 ? result : result with { Outcomes = [.. refused, .. result.Outcomes] };
    }

    /// <summary>Moves a camera to a preset, through one side.</summary>
    /// <param name="camera">The camera there.</param>
    /// <param name="name">The preset's name.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Null when the site confirmed, else why not.</returns>
    public async Task<SiteError?> GoAsync(SideCamera camera, string name, CancellationToken cancellationToken)
    {
        if (!reach.Sites.TryGetValue(camera.Site, out var site))
        {
            return reach.WhyAway(camera.Site);
        }

        var read = await site.Operator.Presets.ReadAsync(camera.Id, cancellationToken).ConfigureAwait(false);
        if (!read.TryGet(out var presets))
        {
            return read.Error;
        }

        if (CameraPresets.Held(presets, name) is not { } preset)
        {
            return new SiteError(SiteErrorKind.NotFound, camera.Site, "go to a preset", $"{camera.Site}: the camera has no preset '{name}'.", "Get-RmfPtzPreset lists them.");
        }

        var result = await site.Operator.Presets.GotoAsync(camera.Id, preset.Id, cancellationToken).ConfigureAwait(false);
        return result.Status == WriteStatus.Confirmed ? null : result.Error
            ?? new SiteError(SiteErrorKind.UnexpectedAnswer, camera.Site, "go to a preset", $"{camera.Site}: the site did not say that the camera moves.", "Look at the picture, and try again.");
    }
}
