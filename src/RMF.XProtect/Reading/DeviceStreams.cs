using RMF.Core.Inventory;
using RMF.XProtect.Json;

namespace RMF.XProtect.Reading;

/// <summary>Derives a device's streams from its settings: the reference ids are the device's own, the names are what two devices of a model share.</summary>
internal static class DeviceStreams
{
    private const string List = "stream";
    private const string ReferenceId = "streamReferenceId";

    public static IEnumerable<Item> Of(Item settings, ShapePool shapes)
    {
        if (settings.Properties[List] is not ListValue streams)
        {
            yield break;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var builder = new PropertyBagBuilder(shapes);
        for (var i = 0; i < streams.Items.Count; i++)
        {
            if (streams.Items[i] is not GroupValue group || group.Members.TextOf(ReferenceId) is not { Length: > 0 } text)
            {
                continue;
            }

            var id = Ids.Normalise(text);
            if (!seen.Add(id))
            {
                continue;
            }

            var name = group.Members.TextOf("displayName") ?? group.Members.TextOf("name") ?? string.Empty;
            var bag = builder.Set("displayName", Scalar.Text(name)).Set("index", Scalar.Number(i)).Set(ReferenceId, Scalar.Text(id)).Build();
            yield return new Item(new ItemKey(settings.Key.Site, ItemKind.DeviceStream, settings.Key.Id + "/" + id), settings.Parent, name, bag);
        }
    }
}
