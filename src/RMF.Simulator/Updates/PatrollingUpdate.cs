using System.Text.Json;
using RMF.Simulator.Contract;
using RMF.Simulator.Store;

namespace RMF.Simulator.Updates;

/// <summary>
/// Plans the change of a patrolling profile's entries. The list is given whole: as many entries as the profile has (tasks add and remove them),
/// each naming a preset of this camera. Who deletes a preset takes it out of all rounds.
/// </summary>
internal static class PatrollingUpdate
{
    public const string List = "patrollingEntry";
    public const string Preset = "presetId";

    public static SettingSet Shape { get; } = ApiContract.Current.Blocks[List];

    public static void Plan(SiteObject profile, JsonElement given, UpdatePlan plan, bool strict)
    {
        var entries = (List<Block>)profile[List]!;
        if (given.ValueKind != JsonValueKind.Array || given.GetArrayLength() != entries.Count)
        {
            plan.Refuse(List, $"a list of {entries.Count} entries is expected.");
            return;
        }

        var wanted = entries.ConvertAll(e => e.Copy());
        var entryPlan = new UpdatePlan();
        foreach (var (entry, change) in wanted.Zip(given.EnumerateArray()))
        {
            BlockUpdate.Plan(entry, change, entryPlan, strict);
        }

        if (entryPlan.Refusal is not null)
        {
            plan.Take(entryPlan);
            return;
        }

        entryPlan.Apply();
        if (wanted.Exists(w => !IsPreset(profile.Parent!, w.Find(Preset))))
        {
            plan.Refuse(Preset, "the camera has no such preset.");
        }

        plan.Add(() => profile[List] = wanted);
    }

    public static bool IsPreset(SiteObject camera, object? id) => Guid.TryParse(id as string, out var wanted) && camera.Children("ptzPresets").Any(p => p.Id == wanted);

    /// <summary>Takes a preset out of the rounds that visit it.</summary>
    public static void Forget(SiteObject preset)
    {
        foreach (var profile in preset.Parent!.Children("patrollingProfiles"))
        {
            ((List<Block>)profile[List]!).RemoveAll(e => Guid.TryParse(e.Find(Preset) as string, out var visited) && visited == preset.Id);
            if (Guid.TryParse(profile["endPresetId"] as string, out var end) && end == preset.Id)
            {
                profile["endPresetId"] = "";
            }
        }
    }
}
