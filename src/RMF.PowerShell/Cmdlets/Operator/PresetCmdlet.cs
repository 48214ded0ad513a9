using RMF.Engine.Operator;
using RMF.Engine.Ports;
using RMF.PowerShell.Errors;

namespace RMF.PowerShell.Cmdlets.Operator;

/// <summary>The base of cmdlets that read or change PTZ presets.</summary>
public abstract class PresetCmdlet : OperatorCmdlet
{
    /// <summary>Each side's presets; an error for each side that cannot tell them.</summary>
    private protected async Task<IReadOnlyList<CameraPresets>> ReadAsync(CameraReach reach, IReadOnlyList<OperatorCamera> cameras, CancellationToken cancellationToken)
    {
        var read = await new PresetReading(reach).ReadAsync(cameras, cancellationToken).ConfigureAwait(false);
        foreach (var (presets, error) in read.SelectMany(r => Sides.Select(s => (r, r.On(s)?.Error))).Where(r => r.Error is not null && reach.Sites.ContainsKey(r.Error.Site)))
        {
            WriteError(RmfErrorRecord.From(error!, presets.Camera.Name));
        }

        return read;
    }

    /// <summary>Writes, after the accounts' rights were looked at: a camera that one side would refuse is not written on either.</summary>
    private protected async Task WriteAsync(OperatorWork work, CameraReach reach, IReadOnlyList<SideAction> actions, Remembering remembering, CancellationToken cancellationToken)
    {
        if (actions.Count > 0)
        {
            work.Write(await new PresetWork(reach).WriteAsync(work.Sides, actions, remembering, cancellationToken).ConfigureAwait(false));
        }
    }

    /// <summary>The presets of a name that a side holds, or null where the side is not known.</summary>
    private protected static RMF.Core.Ptz.Preset? Held(Outcome<IReadOnlyList<RMF.Core.Ptz.Preset>>? side, string name)
        => side is { Error: null, Value: { } presets } ? CameraPresets.Held(presets, name) : null;
}
