using System.Globalization;
using RMF.Core.Inventory;
using RMF.Core.Kinds;

namespace RMF.Testing.Worlds;

/// <summary>Values of every property type, in the spellings that servers and drivers use for them.</summary>
public sealed class RandomValues(Random random)
{
    public static readonly IReadOnlyList<string> SettingNames = ["FPS", "Resolution", "Max. GOP [frames]", "codec", "Key\\frame"];

    public static readonly IReadOnlyList<string> StreamNames = ["Video stream 1", "Video stream 2", "Stream [HQ]", "Str\\eam.4"];

    public static readonly IReadOnlyList<string> EntryNames = ["Home", "Gate [1]", "a\\b.c", "Tür"];

    private static readonly string[] Texts = ["", " ", "Gate 1", "Tür 2 – Süd", "a]b", "a\\b", "x.y[z]", "TRUE", "007", "1e3", "5", "-0", "null", "カメラ", "Gate 1 (B)"];

    public string Text() => Texts[random.Next(Texts.Length)];

    public PropertyValue Of(PropertyType type) => type switch
    {
        PropertyType.Boolean => Pick(Scalar.True, Scalar.False, Scalar.Text("True"), Scalar.Text("false")),
        PropertyType.Number => Pick(Scalar.Number(random.Next(4)), Scalar.Text(random.Next(4).ToString(CultureInfo.InvariantCulture)), Scalar.Number(0.6), Scalar.Text("0.60"), Scalar.Null, Scalar.Number(300)),
        PropertyType.Choice => Pick(Scalar.Text("Fast"), Scalar.Text("fast"), Scalar.Text("NORMAL"), Scalar.Number(1), Scalar.Text("1"), Scalar.Null),
        PropertyType.GisPoint => Pick(Scalar.Text("POINT EMPTY"), Scalar.Text("POINT (12.37 55.65)"), Scalar.Text("POINT (12.370  55.65)"), Scalar.Text("POINT(1 2)"), Scalar.Null),
        PropertyType.OpenGroup => Pick(Scalar.Text(Text()), Scalar.Number(random.Next(3)), Scalar.Text("2"), Scalar.Text("True"), Scalar.True, Scalar.Null),
        _ => Pick(Scalar.Text(Text()), Scalar.Null),
    };

    public IEnumerable<(string Member, PropertyValue Value)> UseMembers()
        => KindTable.Of(ItemKind.Streams).Properties[0].Members
            .Where(m => m.Type != PropertyType.Reference && random.Next(5) > 0)
            .Select(m => (m.Name, Of(m.Type)));

    public DefinitionSet Definitions()
        => new(SettingNames.SelectMany(s => new[] { "generalSettings.", "stream.", "ptz." }.Select(prefix => prefix + s))
            .Where(_ => random.Next(3) == 0)
            .Select(path => new KeyValuePair<string, SettingDefinition>(path, Definition(path))));

    /// <summary>Another value of the same place, as a person would set it.</summary>
    public PropertyValue Edit(PropertyDescriptor row, PropertyValue value, SiteSnapshot site, Item holder)
    {
        switch (value)
        {
            case GroupValue group:
                return Members(group, _ => Of(PropertyType.OpenGroup));
            case ListValue list when row.Name is "ptzPresets" or "patrollingProfiles":
                return Entries(row, list, holder);
            case ListValue list when row.Members.Count > 0:
                return Uses(row, list, site, holder);
            case ListValue list:
                return new ListValue([.. list.Items.Select(i => random.Next(2) == 0 && i is GroupValue g ? Members(g, _ => Of(PropertyType.OpenGroup)) : i)]);
            case Reference { Target.Kind: ItemKind.Storage } reference:
                var recorder = site.Find(reference.Target)?.Parent;
                var storages = site.OfKind(ItemKind.Storage).Where(s => s.Parent == recorder).ToList();
                return new Reference(storages[random.Next(storages.Count)].Key);
            case Reference:
                return value;
            default:
                return row.IsName ? Scalar.Text(Text()) : Of(row.Type);
        }
    }

    /// <summary>Members of a preset or a round besides its name and its stops.</summary>
    public IEnumerable<(string Member, PropertyValue Value)> EntryMembers(ItemKind kind)
        => KindTable.Of(kind).Properties[0].Members
            .Where(m => m.Name is not ("name" or "patrollingEntry" or "endPreset") && random.Next(4) > 0)
            .Select(m => (m.Name, Of(m.Type)));

    private ListValue Entries(PropertyDescriptor row, ListValue list, Item holder)
    {
        var used = list.Items.OfType<GroupValue>().Select(g => g.Members.TextOf("name")).ToHashSet(StringComparer.Ordinal);
        var free = EntryNames.Where(n => !used.Contains(n)).ToList();
        switch (random.Next(3))
        {
            case 0 when list.Items.Count > 0:
                var gone = random.Next(list.Items.Count);
                return new ListValue([.. list.Items.Where((_, i) => i != gone)]);
            case 1 when free.Count > 0:
                var members = EntryMembers(holder.Key.Kind).Aggregate(PropertyBag.Empty, (bag, m) => bag.With(m.Member, m.Value));
                return new ListValue([.. list.Items, new GroupValue(members.With("name", Scalar.Text(free[random.Next(free.Count)])))]);
            default:
                return new ListValue([.. list.Items.Select(i => random.Next(2) == 0 && i is GroupValue g
                    ? new GroupValue(g.Members.Aggregate(g.Members, (bag, m) => m.Key is "name" || m.Value is ListValue || random.Next(3) == 0 ? bag : bag.With(m.Key, Of(row.Members.First(r => r.Name == m.Key).Type))))
                    : i)]);
        }
    }

    private ListValue Uses(PropertyDescriptor row, ListValue list, SiteSnapshot site, Item holder)
    {
        var camera = new ItemKey(holder.Key.Site, ItemKind.Camera, holder.Key.Id);
        var used = list.Items.OfType<GroupValue>().Select(g => g.Members["streamReferenceId"]).OfType<Reference>().Select(r => r.Target).ToHashSet();
        var free = site.OfKind(ItemKind.DeviceStream).Where(s => s.Parent == camera && !used.Contains(s.Key)).ToList();
        switch (random.Next(3))
        {
            case 0 when list.Items.Count > 1:
                var gone = random.Next(list.Items.Count);
                return new ListValue([.. list.Items.Where((_, i) => i != gone)]);
            case 1 when free.Count > 0:
                var members = UseMembers().Aggregate(PropertyBag.Empty, (bag, m) => bag.With(m.Member, m.Value));
                return new ListValue([.. list.Items, new GroupValue(members.With("streamReferenceId", new Reference(free[random.Next(free.Count)].Key)))]);
            default:
                return new ListValue([.. list.Items.Select(i => random.Next(2) == 0 && i is GroupValue g
                    ? Members(g, name => row.Members.FirstOrDefault(m => m.Name == name) is { } member ? Of(member.Type) : Of(PropertyType.Text))
                    : i)]);
        }
    }

    private GroupValue Members(GroupValue group, Func<string, PropertyValue> valueOf)
        => new(group.Members.Aggregate(group.Members, (bag, m) => m.Key is "displayName" || m.Value is Reference || random.Next(3) == 0 ? bag : bag.With(m.Key, valueOf(m.Key))));

    private SettingDefinition Definition(string path) => random.Next(3) switch
    {
        0 => new SettingDefinition(path, CanSet: false, "Int", [], null, null),
        1 => new SettingDefinition(path, CanSet: true, "Enum", ["5", "Gate 1", "true"], null, null),
        _ => new SettingDefinition(path, CanSet: true, "Int", [], 1, random.Next(2) == 0 ? 4 : null),
    };

    private PropertyValue Pick(params PropertyValue[] values) => values[random.Next(values.Length)];
}
