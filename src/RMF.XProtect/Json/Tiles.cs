using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using RMF.Core.Inventory;
using RMF.Core.Planning.SiteItems;

namespace RMF.XProtect.Json;

/// <summary>
/// The tiles of a view. A tile's definition is XML that names its cameras by id, each in two places: the attribute <c>cameraid</c> of
/// <c>iteminfo</c> and the property <c>cameraid</c>. In an item the ids are placeholders, and the cameras stand beside them as references.
/// The chosen live stream is an id of one site's device: it is written as none, so that the tile shows the camera's default.
/// </summary>
internal static class Tiles
{
    /// <summary>The property of an item that holds them.</summary>
    public const string Property = "tiles";

    private const string PluginMark = "name=\"rmf.version\"";

    private const string Wire = "viewItem";
    private const string Definition = "viewItemDefinitionXml";
    private const string Position = "viewItemPosition";
    private const string NoStream = "00000000-0000-0000-0000-000000000000";

    /// <summary>An expression that has not found anything after this time is given up; the texts are a few kilobytes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>The members that refer to cameras: a tile of more cameras than this keeps the ids of its site in its text.</summary>
    private static readonly string[] Cameras = ["camera", "camera2", "camera3", "camera4"];

    private static readonly Regex CameraIds = new(
        "(?<before>\\bcameraid=\"|name=\"cameraid\"\\s+value=\")(?<id>\\{?[0-9a-fA-F-]{36}\\}?)(?=\")",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Patience);

    /// <summary>The camera of the secondary side in a tile of the plugin.</summary>
    private static readonly Regex SecondaryCameras = new(
        "(?<before>name=\"rmf\\.secondary\"\\s+value=\")(?<site>[0-9a-fA-F-]{36})/(?<camera>[0-9a-fA-F-]{36})(?=\")",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Patience);

    private static readonly Regex LiveStreams = new(
        "(?<before>\\blivestreamid=\")[^\"]*(?=\")",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        Patience);

    /// <summary>The properties with the tiles taken apart.</summary>
    /// <param name="view">As it was read.</param>
    /// <param name="site">The site's name.</param>
    /// <param name="siteId">The server's own id of the site.</param>
    public static PropertyBag Complete(PropertyBag view, string site, string siteId)
        => view[Wire] is ListValue tiles ? view.With(Property, new ListValue([.. tiles.Items.OfType<GroupValue>().Select((t, i) => Part(t.Members, i, site, siteId))])) : view;

    /// <summary>True for a view with a tile of the plugin: it is one of RMF's own making and no native view.</summary>
    public static bool IsHighAvailability(PropertyBag view)
        => view[Property] is ListValue tiles && tiles.Items.OfType<GroupValue>().Any(static t => t.Members.TextOf("definition")?.Contains(PluginMark) == true);

    public static void Write(Utf8JsonWriter writer, PropertyValue tiles, string siteId)
    {
        writer.WriteStartArray(Wire);
        foreach (var tile in tiles is ListValue list ? list.Items.OfType<GroupValue>().OrderBy(static t => PositionOf(t.Members)) : Enumerable.Empty<GroupValue>())
        {
            var text = tile.Members.TextOf("definition") ?? string.Empty;
            for (var i = 0; i < Cameras.Length; i++)
            {
                text = tile.Members[Cameras[i]] is Reference { Target.Id: var id } ? text.Replace(Placeholder(i), id) : text;
            }

            text = text.Contains(PluginMark) ? text.Replace(HighAvailabilityViews.SitePlaceholder, siteId) : text;

            writer.WriteStartObject();
            writer.WriteNumber(Position, PositionOf(tile.Members));
            writer.WriteString(Definition, text);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static int PositionOf(PropertyBag tile) => int.TryParse(tile.TextOf("position"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var position) ? position : 0;

    private static string Placeholder(int camera) => "{" + Cameras[camera] + "}";

    private static PropertyValue Part(PropertyBag tile, int index, string site, string siteId)
    {
        var text = LiveStreams.Replace(tile.TextOf(Definition) ?? string.Empty, static m => m.Groups["before"].Value + NoStream);
        var secondary = SecondaryCameras.Match(text);
        if (secondary.Success && Ids.Normalise(secondary.Groups["site"].Value) == siteId)
        {
            text = SecondaryCameras.Replace(text, m => m.Groups["before"].Value + HighAvailabilityViews.SitePlaceholder + "/" + Placeholder(0));
            return new GroupValue(new PropertyBagBuilder()
                .Set("definition", text)
                .Set("position", tile.TextOf(Position) ?? index.ToString(CultureInfo.InvariantCulture))
                .Set(Cameras[0], new Reference(new ItemKey(site, ItemKind.Camera, Ids.Normalise(secondary.Groups["camera"].Value))))
                .Build());
        }

        var ids = CameraIds.Matches(text).Cast<Match>().Select(static m => Ids.Normalise(m.Groups["id"].Value)).Where(static id => id != NoStream)
            .Distinct(StringComparer.Ordinal).Take(Cameras.Length).ToList();
        text = CameraIds.Replace(text, m => ids.IndexOf(Ids.Normalise(m.Groups["id"].Value)) is >= 0 and var at ? m.Groups["before"].Value + Placeholder(at) : m.Value);
        var builder = new PropertyBagBuilder()
            .Set("definition", text)
            .Set("position", tile.TextOf(Position) ?? index.ToString(CultureInfo.InvariantCulture));
        for (var i = 0; i < ids.Count; i++)
        {
            builder.Set(Cameras[i], new Reference(new ItemKey(site, ItemKind.Camera, ids[i])));
        }

        return new GroupValue(builder.Build());
    }
}
