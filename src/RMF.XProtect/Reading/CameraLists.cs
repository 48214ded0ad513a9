using System.Globalization;
using RMF.Core.Inventory;
using RMF.XProtect.Json;

namespace RMF.XProtect.Reading;

/// <summary>Makes lists of a camera out of its presets and patrolling profiles. Ids become names: they are local to the site.</summary>
internal static class CameraLists
{
    /// <summary>A list of the presets that people make; those that live in the device stand apart, because nobody writes them.</summary>
    public static PropertyBag OfPresets(string list, List<Item> presets)
    {
        var inDevice = presets.FindAll(static p => p.Properties.IsTrue("devicePreset"));
        var own = presets.FindAll(static p => !p.Properties.IsTrue("devicePreset"));

        // A camera without a default, or with one that lives in the device, has no choice here that could be written.
        var choice = own.Exists(static p => p.Properties.IsTrue("defaultPreset")) ? "defaultPreset" : null;
        return new PropertyBagBuilder()
            .Set(list, Entries(own, [.. PresetMembers, .. choice is null ? Array.Empty<string>() : [choice]]))
            .Set("devicePresets", Entries(inDevice, ["name"]))
            .Build();
    }

    /// <param name="list">The property's name.</param>
    /// <param name="profiles">As they were read.</param>
    /// <param name="names">Names of the camera's presets by id.</param>
    public static PropertyBag OfProfiles(string list, List<Item> profiles, IReadOnlyDictionary<string, string> names)
    {
        var entries = profiles.ConvertAll(profile =>
        {
            var builder = Copy(profile, ProfileMembers);
            builder.Set("endPreset", Scalar.Text(NameOf(profile.Properties.TextOf("endPresetId"), names)));
            builder.Set("patrollingEntry", new ListValue([.. Steps(profile).Select(s => Step(s, names))]));
            return (PropertyValue)new GroupValue(builder.Build());
        });
        return new PropertyBagBuilder().Set(list, new ListValue(entries)).Build();
    }

    public static Dictionary<string, string> NamesById(List<Item> presets)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var preset in presets)
        {
            names[preset.Key.Id] = preset.Name;
        }

        return names;
    }

    /// <summary>The entries of a profile in the order in which they are visited.</summary>
    public static IEnumerable<GroupValue> Steps(Item profile)
        => (profile.Properties["patrollingEntry"] is ListValue list ? list.Items : []).OfType<GroupValue>().OrderBy(static g => OrderOf(g));

    private static readonly string[] PresetMembers = ["name", "description", "pan", "tilt", "zoom"];

    private static readonly string[] ProfileMembers = ["name", "description", "customizeTransitions", "initSpeed", "initTransitionTime", "endSpeed", "endTransitionTime"];

    private static ListValue Entries(List<Item> items, string[] members)
        => new(items.ConvertAll(i => (PropertyValue)new GroupValue(Copy(i, members).Build())));

    private static PropertyBagBuilder Copy(Item item, string[] members)
    {
        var builder = new PropertyBagBuilder().Set("id", Scalar.Text(item.Key.Id));
        foreach (var member in members)
        {
            if (item.Properties.TryGet(member, out var value))
            {
                builder.Set(member, value!);
            }
        }

        return builder;
    }

    private static GroupValue Step(GroupValue entry, IReadOnlyDictionary<string, string> names)
        => new(new PropertyBagBuilder()
            .Set("preset", Scalar.Text(NameOf(entry.Members.TextOf("presetId"), names)))
            .Set("waitTime", entry.Members["waitTime"] ?? Scalar.Number(0))
            .Build());

    private static double OrderOf(GroupValue entry)
        => double.TryParse(entry.Members.TextOf("order"), NumberStyles.Float, CultureInfo.InvariantCulture, out var order) ? order : 0;

    /// <summary>A preset that is gone is told by its id: nothing on the other side has that name, so it is reported and not copied.</summary>
    private static string NameOf(string? id, IReadOnlyDictionary<string, string> names)
        => string.IsNullOrEmpty(id) || Ids.Normalise(id!) is not { } normal || normal.Trim('0', '-').Length == 0 ? string.Empty : names.TryGetValue(normal, out var name) ? name : normal;
}
