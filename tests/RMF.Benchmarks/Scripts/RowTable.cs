using System.Text;
using RMF.Core.Inventory;

namespace RMF.Benchmarks.Scripts;

/// <summary>
/// A snapshot as scripts hold it: one row for each camera, a column for each value of the camera, its settings, streams and motion
/// detection. Values that point to other objects are left out: their ids differ from site to site and a script would have to translate them.
/// </summary>
public sealed class RowTable
{
    /// <summary>Column of what both sides know a camera by: the device's address and the camera's channel.</summary>
    public const string Key = "Key";

    private static readonly ItemKind[] Kinds = [ItemKind.Camera, ItemKind.Settings, ItemKind.Streams, ItemKind.MotionDetection];

    private readonly List<Dictionary<string, string>> rows = [];

    public RowTable(SiteSnapshot site)
    {
        foreach (var camera in site.OfKind(ItemKind.Camera))
        {
            var device = site.Find(camera.Parent!.Value)!;
            var row = new Dictionary<string, string>(StringComparer.Ordinal) { [Key] = device.Properties.TextOf("address") + "#" + camera.Properties.TextOf("channel") };
            foreach (var kind in Kinds)
            {
                Add(row, kind.ToString(), site.Find(camera.Key.Part(kind))!.Properties);
            }

            rows.Add(row);
        }
    }

    public int Columns => rows[0].Count;

    public void Write(string file)
    {
        var names = rows[0].Keys.ToList();
        using var writer = new StreamWriter(file, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        writer.WriteLine(string.Join(',', names.Select(Quote)));
        foreach (var row in rows)
        {
            writer.WriteLine(string.Join(',', names.Select(n => Quote(row[n]))));
        }
    }

    private static void Add(Dictionary<string, string> row, string path, PropertyBag bag)
    {
        foreach (var (name, value) in bag)
        {
            Add(row, path + "_" + name, value);
        }
    }

    private static void Add(Dictionary<string, string> row, string path, PropertyValue value)
    {
        switch (value)
        {
            case Scalar scalar:
                row[path] = scalar.Value;
                break;
            case GroupValue group:
                Add(row, path, group.Members);
                break;
            case ListValue list:
                for (var i = 0; i < list.Items.Count; i++)
                {
                    Add(row, path + i, list.Items[i]);
                }

                break;
        }
    }

    private static string Quote(string text) => "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
