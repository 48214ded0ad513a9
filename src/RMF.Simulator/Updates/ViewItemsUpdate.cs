using System.Globalization;
using System.Text.Json;
using RMF.Simulator.Contract;
using RMF.Simulator.Store;

namespace RMF.Simulator.Updates;

/// <summary>Plans the tiles of a view: the list is written whole.</summary>
internal static class ViewItemsUpdate
{
    public static void Plan(SiteObject view, JsonElement given, UpdatePlan plan, IdSource ids)
    {
        if (given.ValueKind != JsonValueKind.Array)
        {
            plan.Refuse("viewItem", "a list is expected.");
            return;
        }

        var held = view["viewItem"] as List<Block> ?? [];
        var tiles = new List<Block>();
        foreach (var entry in given.EnumerateArray())
        {
            if (entry.ValueKind != JsonValueKind.Object
                || !entry.TryGetProperty("viewItemDefinitionXml", out var xml) || xml.ValueKind != JsonValueKind.String)
            {
                plan.Refuse("viewItem", "viewItemDefinitionXml is missing.");
                return;
            }

            var at = tiles.Count;
            var position = entry.TryGetProperty("viewItemPosition", out var told) && told.ValueKind == JsonValueKind.Number && told.TryGetInt64(out var whole) ? whole : at;
            tiles.Add(new Block(ApiContract.Current.Blocks["viewItem"])
                .Set("displayName", string.Create(CultureInfo.InvariantCulture, $"Index {position}"))
                .Set("id", at < held.Count ? held[at].Find("id")! : ids.Next().ToString())
                .Set("viewItemPosition", position)
                .Set("viewItemDefinitionXml", xml.GetString()!));
        }

        plan.Add(() => view["viewItem"] = tiles);
    }
}
