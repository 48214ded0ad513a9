using RMF.Simulator.Yaml;

namespace RMF.Simulator.Worlds;

/// <summary>Reads one site of a world file: recorders with storages and hardware, and groups.</summary>
internal static class SiteReader
{
    private static readonly string[] Products = [WorldSite.Corporate, "Expert", "Professional+", "Express+", "Essential+"];

    public static WorldSite Read(YamlMap map, HardwareReader hardware)
    {
        var recorders = map.Maps("recorders").Select(r => ReadRecorder(r, hardware)).ToList();
        var site = new WorldSite
        {
            Name = map.Text("name"),
            Side = map.OptionalText("side"),
            Description = map.Text("description", ""),
            TimeZone = map.Text("timeZone", "Romance Standard Time"),
            BasicUser = map.Text("basicUser", "rmf"),
            Password = map.Text("password", "Simulated-1"),
            Parent = map.OptionalText("parent"),
            AcceptsParentToken = map.Flag("acceptsParentToken", false),
            Product = map.Find("product") is { } product ? Product(product) : WorldSite.Corporate,
            DeviceLicenses = (int)map.Whole("deviceLicenses", WorldSite.MostLicenses, 0, WorldSite.MostLicenses),
            Recorders = recorders,
            CameraGroups = Groups(map, "cameraGroups", "cameras", recorders),
            MicrophoneGroups = Groups(map, "microphoneGroups", "microphones", recorders),
            SpeakerGroups = Groups(map, "speakerGroups", "speakers", recorders),
            InputEventGroups = Groups(map, "inputEventGroups", "inputEvents", recorders),
            OutputGroups = Groups(map, "outputGroups", "outputs", recorders),
            MetadataGroups = Groups(map, "metadataGroups", "metadata", recorders),
            Roles = AccessReader.Roles(map),
            ViewGroups = AccessReader.ViewGroups(map, "viewGroups"),
            EvidenceLocks = map.Has("evidenceLocks") ? EvidenceLocks(map, new DeviceNames("cameras", recorders)) : [],
        };
        map.Close();
        Unique(map, site.Recorders.Select(r => r.Name), "recorder");
        return site;
    }

    private static WorldRecorder ReadRecorder(YamlMap map, HardwareReader hardware)
    {
        var storages = map.Maps("storages").Select(ReadStorage).ToList();
        var recorder = new WorldRecorder
        {
            Name = map.Text("name"),
            HostName = map.OptionalText("host"),
            Description = map.Text("description", ""),
            TimeZone = map.Text("timeZone", "Romance Standard Time"),
            Enabled = map.Flag("enabled", true),
            Storages = storages,
            Hardware = [.. map.Maps("hardware").Select(h => hardware.Read(h, storages))],
        };
        map.Close();
        Unique(map, storages.Select(s => s.Name), "storage");
        Unique(map, recorder.Hardware.Select(h => h.Address.Authority), "hardware at");
        return storages.Count(s => s.IsDefault) > 1
            ? throw map.Error($"More than one storage of '{recorder.Name}' is the default.")
            : recorder;
    }

    private static WorldStorage ReadStorage(YamlMap map)
    {
        var storage = new WorldStorage
        {
            Name = map.Text("name"),
            Description = map.Text("description", ""),
            DiskPath = map.Text("path", @"D:\MediaDatabase"),
            MaxSizeMB = map.Find("maxSize") is { } size ? Quantity.Megabytes(size) : 1024 * 1024,
            RetainMinutes = map.Find("retain") is { } retain ? Quantity.Minutes(retain) : 7 * 24 * 60,
            IsDefault = map.Flag("default", false),
            Archives = [.. map.Maps("archives").Select(ReadArchive)],
        };
        map.Close();
        return storage;
    }

    private static WorldArchive ReadArchive(YamlMap map)
    {
        var archive = new WorldArchive
        {
            Name = map.Text("name"),
            DiskPath = map.Text("path", @"E:\Archive"),
            MaxSizeMB = map.Find("maxSize") is { } size ? Quantity.Megabytes(size) : 4 * 1024 * 1024,
            RetainMinutes = map.Find("retain") is { } retain ? Quantity.Minutes(retain) : 30 * 24 * 60,
        };
        map.Close();
        return archive;
    }

    private static string Product(YamlValue value) => Products.Contains(value.Text(), StringComparer.Ordinal)
        ? value.Text()
        : throw value.Error($"'{value.Text()}' is no product: it is one of {string.Join(", ", Products)}.");

    private static List<WorldEvidenceLock> EvidenceLocks(YamlMap map, DeviceNames cameras) => map.Maps("evidenceLocks").Select(l =>
    {
        var time = RecordingsReader.Times(l);
        var made = new WorldEvidenceLock { Name = l.Text("name"), Cameras = [.. l.Need("cameras").List().Select(cameras.Check)], Time = time };
        l.Close();
        return made;
    }).ToList();

    private static IReadOnlyList<WorldGroup> Groups(YamlMap map, string key, string devices, List<WorldRecorder> recorders) =>
        map.Has(key) ? Groups(map, key, new DeviceNames(devices, recorders)) : [];

    private static List<WorldGroup> Groups(YamlMap map, string key, DeviceNames names)
    {
        var groups = map.Maps(key).Select(g =>
        {
            var group = new WorldGroup
            {
                Name = g.Text("name"),
                Description = g.Text("description", ""),
                Members = [.. g.List("members").Select(names.Check)],
                Groups = Groups(g, "groups", names),
            };
            g.Close();
            return group;
        }).ToList();
        Unique(map, groups.Select(g => g.Name), "group");
        return groups;
    }

    private static void Unique(YamlMap at, IEnumerable<string> names, string what)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in names)
        {
            if (!seen.Add(name))
            {
                throw at.Error($"The {what} '{name}' stands here twice.");
            }
        }
    }
}
