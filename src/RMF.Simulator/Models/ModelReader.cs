using RMF.Simulator.Yaml;

namespace RMF.Simulator.Models;

/// <summary>Reads the model catalogue: sets of settings first, then the models that use them.</summary>
internal static class ModelReader
{
    private static readonly SettingDefinition StreamReference = Given("streamReferenceId", "");

    public static ModelCatalogue Read(string text, string file)
    {
        var root = YamlFile.Parse(text, file);
        var catalogue = new ModelCatalogue(ReadModels(root));
        root.Close();
        return catalogue;
    }

    public static List<DeviceModel> ReadModels(YamlMap root)
    {
        var sets = new Dictionary<string, SettingSet>(StringComparer.Ordinal);
        if (root.Map("settingSets") is { } listed)
        {
            foreach (var (name, value, _) in listed.Entries())
            {
                sets.Add(name, new SettingSet(name, value.List().Select(v => ReadSetting(v.Map()))));
            }
        }

        return [.. root.Maps("models").Select(m => ReadModel(m, sets))];
    }

    private static SettingDefinition ReadSetting(YamlMap map)
    {
        var type = map.Text("type") switch
        {
            "text" => SettingType.Text,
            "whole" => SettingType.Whole,
            "number" => SettingType.Number,
            "flag" => SettingType.Flag,
            "choice" => SettingType.Choice,
            var other => throw map.Need("type").Error($"'{other}' is none of text, whole, number, flag, choice."),
        };
        var setting = new SettingDefinition
        {
            Name = map.Text("name"),
            DisplayName = map.Text("label", map.Text("name")),
            Type = type,
            Default = "",
            Min = map.Find("min")?.Number(),
            Max = map.Find("max")?.Number(),
            Step = map.Find("step")?.Number(),
            Options = [.. map.List("options").Select(o => o.Text())],
            CanSet = map.Flag("canSet", true),
            Hidden = map.Flag("hidden", false),
        };
        setting = setting with { Default = SettingValue.Read(setting, map.Need("default")) };
        map.Close();
        return setting;
    }

    private static DeviceModel ReadModel(YamlMap map, Dictionary<string, SettingSet> sets)
    {
        var driver = map.Need("driver").Map();
        var model = new DeviceModel
        {
            Name = map.Text("name"),
            Vendor = map.Text("vendor"),
            DriverNumber = (int)driver.Need("number").Whole(1, int.MaxValue),
            DriverName = driver.Text("name"),
            DriverGroup = driver.Text("group", map.Text("vendor")),
            Firmware = map.Text("firmware"),
            Cameras = (int)map.Whole("cameras", 1, max: 64),
            Microphones = (int)map.Whole("microphones", 0, max: 64),
            Speakers = (int)map.Whole("speakers", 0, max: 64),
            Inputs = (int)map.Whole("inputs", 0, max: 64),
            Outputs = (int)map.Whole("outputs", 0, max: 64),
            Metadata = (int)map.Whole("metadata", 0, max: 64),
            Ptz = map.Flag("ptz", false),
            Streams = [.. map.Maps("streams").Select(s => ReadStream(s, sets))],
            General = Titled(Set(map, "general", sets), "General"),
            PtzSettings = Titled(Set(map, "ptzSettings", sets), "Pan-Tilt-Zoom"),
            MicrophoneSettings = Titled(Set(map, "microphoneSettings", sets), "General"),
            SpeakerSettings = Titled(Set(map, "speakerSettings", sets), "General"),
            InputSettings = Titled(Set(map, "inputSettings", sets), "General"),
            OutputSettings = Titled(Set(map, "outputSettings", sets), "General"),
            MetadataSettings = Titled(Set(map, "metadataSettings", sets), "General"),
            DriverSettings = Set(map, "driverSettings", sets),
        };
        driver.Close();
        map.Close();
        return model.Cameras == 0 || model.Streams.Count > 0 ? model : throw map.Error($"The model '{model.Name}' has cameras and no stream.");
    }

    private static ModelStream ReadStream(YamlMap map, Dictionary<string, SettingSet> sets)
    {
        var set = Set(map, "settings", sets);
        var defaults = map.Map("defaults") is { } given ? SettingValue.ReadAll(set, given) : new Dictionary<string, object>(StringComparer.Ordinal);
        var name = map.Text("name");
        map.Close();
        return new ModelStream(name, Titled(set.With(defaults), name, StreamReference));
    }

    /// <summary>A block begins with its label, which XProtect adds to what the driver offers.</summary>
    private static SettingSet Titled(SettingSet set, string title, params SettingDefinition[] more) =>
        set.Settings.Count == 0 ? set : new SettingSet(set.Name, [Given("displayName", title), .. set.Settings, .. more]);

    private static SettingDefinition Given(string name, string value) => new()
    {
        Name = name,
        DisplayName = name,
        Type = SettingType.Text,
        Default = value,
        CanSet = false,
        Hidden = true,
    };

    private static SettingSet Set(YamlMap map, string key, Dictionary<string, SettingSet> sets)
    {
        if (map.Find(key) is not { } named)
        {
            return SettingSet.Empty;
        }

        return sets.TryGetValue(named.Text(), out var set)
            ? set
            : throw named.Error($"There is no setting set '{named.Text()}'.{DidYouMean.Of(named.Text(), sets.Keys)}");
    }
}
