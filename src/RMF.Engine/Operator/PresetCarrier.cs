using RMF.Core.Ptz;
using RMF.Engine.Ports;

namespace RMF.Engine.Operator;

/// <summary>Brings about what is wanted of presets on one site: looks, writes what is missing, looks again. Thread-safe.</summary>
internal sealed class PresetCarrier(IPtzPresets presets, PresetTolerance tolerance)
{
    public async Task<SideOutcome> CarryAsync(SideAction action, CancellationToken cancellationToken)
    {
        var camera = action.Target!.Id;
        var read = await presets.ReadAsync(camera, cancellationToken).ConfigureAwait(false);
        if (!read.TryGet(out var held))
        {
            return SideOutcomes.Failed(action, read.Error!);
        }

        if (IsSo(action.Intent, held))
        {
            return new SideOutcome(action, SideStatus.Unchanged);
        }

        var result = await WriteAsync(action, camera, held, cancellationToken).ConfigureAwait(false);
        if (result.Status is WriteStatus.Unsupported)
        {
            return SideOutcomes.Failed(action, result.Error!);
        }

        // What is there now decides, also where the answer was lost.
        var after = await presets.ReadAsync(camera, cancellationToken).ConfigureAwait(false);
        if (!after.TryGet(out var now))
        {
            return result.Status == WriteStatus.Confirmed ? new SideOutcome(action, SideStatus.Done) : SideOutcomes.Failed(action, result.Error ?? after.Error!);
        }

        return IsSo(action.Intent, now)
            ? new SideOutcome(action, SideStatus.Done)
            : SideOutcomes.Failed(action, result.Error ?? SideOutcomes.Differs(action));
    }

    private Task<WriteResult> WriteAsync(SideAction action, string camera, IReadOnlyList<Preset> held, CancellationToken cancellationToken)
    {
        var intent = action.Intent;
        switch (intent.Kind)
        {
            case IntentKind.PresetAbsent:
                var gone = CameraPresets.Held(held, intent.Subject)!;
                return gone.IsInDevice ? Refuse(InDevice(action, intent.Subject)) : presets.RemoveAsync(camera, gone.Id, cancellationToken);
            case IntentKind.PresetOrder:
                var ids = intent.Names.Select(n => Own(held, n)?.Id).OfType<string>().ToList();
                return presets.OrderAsync(camera, ids, cancellationToken);
            default:
                if (held.Any(p => p.IsInDevice && p.Name == intent.Subject))
                {
                    return Refuse(InDevice(action, intent.Subject));
                }

                var before = Own(held, intent.Subject) ?? (intent.FormerName is { } former ? Own(held, former) : null);
                return before is null ? presets.CreateAsync(camera, intent.Preset!, cancellationToken) : presets.UpdateAsync(camera, before, intent.Preset!, cancellationToken);
        }
    }

    private bool IsSo(OperatorIntent intent, IReadOnlyList<Preset> held) => intent.Kind switch
    {
        IntentKind.PresetAbsent => CameraPresets.Held(held, intent.Subject) is null,
        IntentKind.PresetOrder => held.Where(p => !p.IsInDevice).Select(p => p.Name).Where(intent.Names.Contains).SequenceEqual(intent.Names.Where(n => Own(held, n) is not null), StringComparer.Ordinal),
        _ => Own(held, intent.Subject) is { } preset && preset.Content.IsAt(intent.Preset!, tolerance)
            && (intent.Preset!.Description is null || string.Equals(intent.Preset.Description, preset.Content.Description ?? string.Empty, StringComparison.Ordinal))
            && (intent.FormerName is null || intent.FormerName == intent.Subject || Own(held, intent.FormerName) is null),
    };

    private static Preset? Own(IReadOnlyList<Preset> held, string name) => held.FirstOrDefault(p => !p.IsInDevice && p.Name == name);

    private static Task<WriteResult> Refuse(SiteError error) => Task.FromResult(new WriteResult(WriteStatus.Unsupported, error));

    private static SiteError InDevice(SideAction action, string name) => new(
        SiteErrorKind.NotSupported,
        action.Target!.Site,
        action.Intent.ToString(),
        $"{action.Target.Site}: the preset '{name}' of '{action.Camera.Name}' lives in the device, which both sides look through. It is left alone.",
        "Change it in the device, or in the Management Client.");
}
