using RMF.Core.Inventory;
using RMF.Core.Ptz;
using RMF.Engine.Operator;
using RMF.SmartClient.Model.Actions;
using RMF.SmartClient.Model.Hosting;

namespace RMF.SmartClient.Model.Presets;

/// <summary>The presets of a camera as both sides told them, and whether the operator may write them.</summary>
/// <param name="Now">Sites and policy when it was read.</param>
/// <param name="Presets">What the sides told.</param>
/// <param name="MayChange">No side says that he may not.</param>
internal sealed record PresetListReading(CameraNow Now, CameraPresets Presets, bool MayChange)
{
    public static async Task<PresetListReading> ReadAsync(IClientPlatform platform, CameraNow now, CancellationToken cancellationToken)
    {
        var reading = new PresetReading(now.Reach);
        var presets = reading.ReadAsync([now.Camera], cancellationToken);
        var refused = reading.RefusedAsync(now.On(OperatorIntent.Order([])), cancellationToken);
        var isRefused = now.Sides.Any(s => platform.May(ClientRight.ManagePresets, now.Camera.On(s)!.Id) == false) || (await refused.ConfigureAwait(false)).Count > 0;
        return new PresetListReading(now, (await presets.ConfigureAwait(false))[0], !isRefused);
    }

    /// <summary>What the list shows.</summary>
    public IEnumerable<PresetRow> Rows()
    {
        if (Presets.Compare(Now.Tolerance) is { } comparison)
        {
            return comparison.Pairs.Select(p => new PresetRow(p.Name, p.State == PresetState.Equal ? "" : PresetPhrases.State(p), p.IsInDevice));
        }

        return Now.Sides.Where(s => Presets.On(s) is { Error: null })
            .SelectMany(s => Presets.On(s)!.Value.Value!.Select(p => new PresetRow(p.Name, Now.IsPaired ? $"read from the {OutcomeWords.Of(s)} alone" : "", p.IsInDevice)));
    }

    /// <summary>Why a side could not be read; empty where all could.</summary>
    public string Problems() => string.Join("\n", Now.Sides.Where(s => Presets.On(s)?.Error is not null).Select(s => $"The {OutcomeWords.Of(s)} could not be read: {OutcomeWords.Of(Presets.On(s)!.Value.Error!)}"));

    /// <summary>Sides hold another preset of this name.</summary>
    public bool Has(string name) => Now.Sides.Any(s => Presets.Held(s, name) is not null);
}
