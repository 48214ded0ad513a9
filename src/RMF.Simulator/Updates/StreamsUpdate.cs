using System.Text.Json;
using RMF.Simulator.Building;
using RMF.Simulator.Store;

namespace RMF.Simulator.Updates;

/// <summary>
/// Plans the change of a camera's stream table. The list is given whole: as many rows as the camera has (tasks add and remove rows), each
/// naming a stream of this camera's own settings, with one live default, one playback default and one row per recording track.
/// </summary>
internal static class StreamsUpdate
{
    public static void Plan(SiteObject streams, SiteObject settings, JsonElement given, UpdatePlan plan, bool strict)
    {
        const string List = "stream";
        var rows = (List<Block>)streams[List]!;
        if (given.ValueKind != JsonValueKind.Array || given.GetArrayLength() != rows.Count)
        {
            plan.Refuse(List, $"a list of {rows.Count} streams is expected.");
            return;
        }

        var wanted = rows.ConvertAll(r => r.Copy());
        var rowPlan = new UpdatePlan();
        foreach (var (row, entry) in wanted.Zip(given.EnumerateArray()))
        {
            BlockUpdate.Plan(row, entry, rowPlan, strict);
        }

        if (rowPlan.Refusal is not null)
        {
            plan.Take(rowPlan);
            return;
        }

        rowPlan.Apply();
        Check(wanted, (List<Block>)settings[List]!, plan);
        plan.Add(() =>
        {
            wanted.ForEach(w => w.Set("displayName", w.Find("name")!));
            streams[List] = wanted;
        });
    }

    private static void Check(List<Block> rows, List<Block> offered, UpdatePlan plan)
    {
        var own = offered.ConvertAll(o => (string)o.Find("streamReferenceId")!).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (rows.Exists(r => !own.Contains((string)r.Find("streamReferenceId")!)))
        {
            plan.Refuse("streamReferenceId", "the device has no such stream.");
        }

        if (rows.Select(r => r.Find("streamReferenceId") as string).Distinct(StringComparer.OrdinalIgnoreCase).Count() != rows.Count)
        {
            plan.Refuse("streamReferenceId", "a stream stands twice.");
        }

        One(rows, "liveDefault", r => r.Find("liveDefault") is true, plan);
        One(rows, "defaultPlayback", r => r.Find("defaultPlayback") is true, plan);
        foreach (var track in new[] { CameraFactory.RecordPrimary, CameraFactory.RecordSecondary })
        {
            if (rows.Count(r => r.Find("recordTo") as string == track) > 1)
            {
                plan.Refuse("recordTo", "two streams record to one track.");
            }
        }
    }

    private static void One(List<Block> rows, string property, Func<Block, bool> holds, UpdatePlan plan)
    {
        if (rows.Count(holds) != 1)
        {
            plan.Refuse(property, "exactly one stream has it.");
        }
    }
}
