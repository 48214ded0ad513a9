using RMF.Simulator.Models;
using RMF.Simulator.Store;
using RMF.Simulator.Yaml;

namespace RMF.Simulator.Contract;

/// <summary>Reads contract.yaml.</summary>
internal static class ContractReader
{
    public static ApiContract Read(string text, string file)
    {
        var root = YamlFile.Parse(text, file);
        var sets = root.Need("fieldSets").Map().Entries().ToDictionary(e => e.Key, e => e.Value.List().Select(f => ReadField(f.Map())).ToList(), StringComparer.Ordinal);
        var blocks = root.Need("blocks").Map().Entries().ToDictionary(
            e => e.Key,
            e => new SettingSet(e.Key, e.Value.List().Select(f => ReadField(f.Map()).Definition)),
            StringComparer.Ordinal);
        var maps = root.Maps("resources").ToList();
        var resources = maps.Select((m, i) => ReadResource(m, i, sets)).ToList();
        var contract = new ApiContract(resources, blocks);
        foreach (var (resource, map) in resources.Zip(maps))
        {
            resource.Children = [.. map.Maps("children").Select((c, i) => ReadChild(c, i, contract))];
            map.Close();
        }

        root.Close();
        return contract;
    }

    private static ResourceContract ReadResource(YamlMap map, int index, Dictionary<string, List<FieldContract>> sets)
    {
        map.OptionalText("parent"); // for readers; the parent's list of children is what binds
        return new ResourceContract
        {
            Name = map.Text("name"),
            Index = index,
            Label = map.Text("label"),
            Item = map.Text("item"),
            Many = ReadVerbs(map, "many"),
            One = ReadVerbs(map, "one"),
            OneNext = ReadVerbs(map, "oneNext"),
            CanBeDisabled = map.Flag("canBeDisabled", false),
            PerDevice = map.Flag("perDevice", false),
            IsPlain = map.Flag("plain", false),
            Fields = [.. map.Maps("fields").SelectMany(f => f.OptionalText("use") is { } set ? sets[set] : [ReadField(f)])],
            Tasks = [.. map.Maps("tasks").Select(ReadTask)],
            CollectionTasks = [.. map.Maps("collectionTasks").Select(ReadTask)],
        };
    }

    private static ChildContract ReadChild(YamlMap map, int index, ApiContract contract)
    {
        var child = new ChildContract
        {
            Resource = contract.Resource(map.Text("resource")),
            Index = index,
            Many = ReadVerbs(map, "many"),
            ManyNext = ReadVerbs(map, "manyNext"),
            One = ReadVerbs(map, "one"),
            Include = map.Flag("include", false),
            Members = map.Flag("members", false),
            Single = map.Flag("single", false),
            Lazy = map.Flag("lazy", false),
        };
        map.Close();
        return child;
    }

    private static TaskContract ReadTask(YamlMap map)
    {
        const int Ok = 200;
        var task = new TaskContract(
            map.Text("name"),
            map.Text("label"),
            (int)map.Whole("status", Ok),
            map.Flag("echoEnabled", false),
            ReadSince(map),
            [.. map.Maps("parameters").Select(ReadParameter)]);
        map.Close();
        return task;
    }

    private static TaskParameter ReadParameter(YamlMap map)
    {
        var name = map.Text("name");
        var parameter = new TaskParameter(name, ReadType(map), map.OptionalText("of"), map.Flag("required", false), map.Flag("secret", false), map.Flag("oldForm", false), map.Flag("echoList", false), map.OptionalText("echo") ?? name);
        map.Close();
        return parameter;
    }

    private static FieldContract ReadField(YamlMap map)
    {
        var type = ReadType(map);
        var definition = new SettingDefinition
        {
            Name = map.Text("name"),
            DisplayName = map.Text("name"),
            Default = "",
            Type = type switch
            {
                FieldType.Whole => SettingType.Whole,
                FieldType.Number => SettingType.Number,
                FieldType.Flag => SettingType.Flag,
                FieldType.Choice => SettingType.Choice,
                _ => SettingType.Text,
            },
            Min = map.Find("min")?.Number(),
            Max = map.Find("max")?.Number(),
            Options = [.. map.List("options").Select(o => o.Text())],
            CanSet = !map.Flag("ro", false),
        };
        var zeros = (int)map.Whole("zeros", 0);
        object fallback = map.Find("default") is { } given ? SettingValue.Read(definition, given) : type switch
        {
            FieldType.Whole => Boxes.Of(0L),
            FieldType.Number => Boxes.Of(0d),
            FieldType.Flag => Boxes.False,
            _ => new string('0', zeros),
        };
        var field = new FieldContract
        {
            Name = definition.Name,
            Type = type,
            ReadOnly = !definition.CanSet,
            OnCreate = map.Flag("onCreate", false),
            Task = map.OptionalText("task"),
            Of = map.OptionalText("of"),
            Default = type is FieldType.Reference or FieldType.References or FieldType.Block or FieldType.Blocks || map.Flag("unset", false) ? null : type is FieldType.Date ? Timestamp.NotSet : fallback,
            Since = ReadSince(map),
            Definition = definition with { Default = fallback },
        };
        map.Close();
        return field;
    }

    private static Personality ReadSince(YamlMap map) => map.OptionalText("since") switch
    {
        null => Personality.V2023R2,
        "Next" => Personality.Next,
        var release => Enum.Parse<Personality>("V" + release),
    };

    private static FieldType ReadType(YamlMap map) => map.Text("type") switch
    {
        "text" => FieldType.Text,
        "guid" => FieldType.Id,
        "whole" => FieldType.Whole,
        "number" => FieldType.Number,
        "flag" => FieldType.Flag,
        "choice" => FieldType.Choice,
        "date" => FieldType.Date,
        "reference" => FieldType.Reference,
        "references" => FieldType.References,
        "block" => FieldType.Block,
        "blocks" => FieldType.Blocks,
        var other => throw map.Need("type").Error($"'{other}' is no type of a field."),
    };

    private static Verbs ReadVerbs(YamlMap map, string key) =>
        map.OptionalText(key) is { } listed
            ? listed.Split(' ').Select(v => Enum.Parse<Verbs>(v, ignoreCase: true)).Aggregate((a, b) => a | b)
            : Verbs.None;
}
