using RMF.Core.Inventory;
using RMF.Engine.Operator;
using RMF.Engine.Ports;
using RMF.SmartClient.Model.Actions;

namespace RMF.SmartClient.Model.Presets;

/// <summary>What is done with presets on the pool. Thread-safe.</summary>
internal static class PresetActs
{
    /// <summary>Moves the camera through one side; where that cannot, through the other one.</summary>
    public static async Task<(string Text, bool IsWarning)> GoAsync(CameraNow now, Side first, string name, CancellationToken cancellationToken)
    {
        var errors = new List<string>();
        foreach (var side in now.Sides.OrderBy(s => s == first ? 0 : 1))
        {
            if (await new PresetWork(now.Reach).GoAsync(now.Camera.On(side)!, name, cancellationToken).ConfigureAwait(false) is not { } error)
            {
                return (string.Join("\n", [$"The camera goes to '{name}', through the {OutcomeWords.Of(side)}.", .. errors]), errors.Count > 0);
            }

            errors.Add($"Not through the {OutcomeWords.Of(side)}: {OutcomeWords.Of(error)}");
        }

        return (string.Join("\n", [$"The camera does not go to '{name}'.", .. errors]), true);
    }

    /// <summary>Asks where the camera looks, and makes actions of it.</summary>
    public static async Task<Outcome<IReadOnlyList<SideAction>>> AtPlaceAsync(OperatorDesk desk, CameraNow now, Side? shown, Func<CameraPlace, List<SideAction>> actions, CancellationToken cancellationToken)
    {
        var side = shown is { } on && now.Camera.On(on) is not null ? on : now.Sides.First();
        var place = await desk.Places!.ReadAsync(now.Camera.On(side)!.Id, cancellationToken).ConfigureAwait(false);
        return place.Error is { } error ? error : actions(place.Value);
    }
}
