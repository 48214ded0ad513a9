using System.Globalization;
using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Engine.Runs;
using RMF.Engine.Runs.Streams;

namespace RMF.Engine.Twins;

/// <summary>
/// Writes what sites hold as a world of the simulator: the twin of a site, on which a policy can be rehearsed offline. It holds no password and
/// no id of the site; devices of a model share one description, and each device says what it has otherwise.
/// </summary>
public sealed class TwinWorld
{
    private const string Comment = """
        The twin of a live site, for Start-RmfSimulator. It holds no password: each simulated device has the simulator's own.
        It holds names and addresses of your site: keep it as you keep those.
        """;

    /// <summary>Each kind of group with its key in a world and the devices that it lists.</summary>
    private static readonly (ItemKind Kind, string Key, ItemKind Members)[] GroupKinds =
    [
        .. KindTable.SiteKinds.Select(k => (Row: KindTable.Of(k), Members: KindTable.Of(k).Properties.FirstOrDefault(p => p.IsMembership)?.Members[0].Target))
            .Where(g => g.Members is not null).Select(g => (g.Row.Kind, g.Row.Label + "s", g.Members!.Value)),
    ];

    /// <summary>What a twin is made of: no roles, permissions and views, and nothing that costs a request for each device only to be shown.</summary>
    public static IReadOnlyList<ItemKind> Kinds { get; } =
        [.. RunKinds.All.Where(k => k == ItemKind.HardwareDriverSettings || KindTable.Of(k) is { IsShownOnly: false, Stage: <= SyncStage.Group })];

    private readonly Dictionary<string, TwinModel> modelOfPlace = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TwinModel> models = new(StringComparer.Ordinal);

    private TwinWorld()
    {
    }

    /// <summary>The text of the world file.</summary>
    /// <param name="name">The world's name.</param>
    /// <param name="sites">What was read, in full; with each the side that it is on, or null.</param>
    public static string Write(string name, IReadOnlyList<(SiteSnapshot Site, string? Side)> sites) => new TwinWorld().Compose(name, sites);

    private string Compose(string name, IReadOnlyList<(SiteSnapshot Site, string? Side)> sites)
    {
        var all = sites.Select(s => (s.Site, s.Side, Devices: Devices(s.Site))).ToList();
        Learn(all.SelectMany(s => s.Devices));
        var sets = new TwinMap();
        var described = models.Values.Select(m => (object)m.Describe(sets)).ToList();
        var world = new TwinMap()
            .Add("world", name)
            .Add("settingSets", sets)
            .Add("models", described)
            .Add("sites", all.Select(s => (object)Site(s.Site, s.Side, s.Devices)).ToList());
        return TwinText.Of(world, Comment);
    }

    private static List<TwinDevice> Devices(SiteSnapshot site)
    {
        var devices = TwinKind.All.SelectMany(k => site.OfKind(k.Kind)).ToLookup(d => d.Parent);
        return site.OfKind(ItemKind.Hardware).Select(h => new TwinDevice(site, h, devices)).ToList();
    }

    /// <summary>What answers at one place is one device, whichever site knows it: it has one model.</summary>
    private void Learn(IEnumerable<TwinDevice> devices)
    {
        foreach (var place in devices.GroupBy(d => d.Place, StringComparer.Ordinal))
        {
            // The one with the most devices: a site that shows fewer leaves them out.
            var fullest = place.OrderByDescending(d => d.Devices.Count).First();
            var key = fullest.Model + "\n" + fullest.DriverNumber?.TextOf("number") + "\n" + string.Join(",", TwinKind.All.Select(k => fullest.CountOf(k.Kind)));
            if (!models.TryGetValue(key, out var model))
            {
                var same = models.Values.Count(m => string.Equals(m.Name, fullest.Model, StringComparison.OrdinalIgnoreCase) || m.Name.StartsWith(fullest.Model + " #", StringComparison.OrdinalIgnoreCase));
                model = new TwinModel(same == 0 ? fullest.Model : FormattableString.Invariant($"{fullest.Model} #{same + 1}"), fullest);
                models.Add(key, model);
            }

            modelOfPlace[place.Key] = model;
            foreach (var device in place)
            {
                model.See(device);
            }
        }
    }

    private TwinMap Site(SiteSnapshot site, string? side, List<TwinDevice> devices)
    {
        var byRecorder = devices.ToLookup(d => d.Hardware.Parent);
        var map = new TwinMap().Add("name", site.Site).AddText("side", side?.ToLowerInvariant());
        map.Add("recorders", site.OfKind(ItemKind.RecordingServer).Select(r => (object)Recorder(site, r, byRecorder[r.Key])).ToList());
        foreach (var (kind, key, members) in GroupKinds)
        {
            map.Add(key, Groups(site, devices, kind, members));
        }

        return map;
    }

    private TwinMap Recorder(SiteSnapshot site, Item recorder, IEnumerable<TwinDevice> hardware) => new TwinMap()
        .Add("name", recorder.Name)
        .AddText("host", recorder.Properties.TextOf("hostName"))
        .AddText("description", recorder.Properties.TextOf("description"))
        .AddText("timeZone", recorder.Properties.TextOf("timeZoneName"))
        .Add("enabled", recorder.Properties.TextOf("enabled") is { } enabled && !recorder.Properties.IsTrue("enabled") && enabled.Length > 0 ? false : null)
        .Add("storages", site.OfKind(ItemKind.Storage).Where(s => s.Parent == recorder.Key).Select(s => (object)Storage(s)).ToList())
        .Add("hardware", hardware.Select(h => (object)Hardware(site, h)).ToList());

    private static TwinMap Storage(Item storage) => new TwinMap()
        .Add("name", storage.Name)
        .AddText("description", storage.Properties.TextOf("description"))
        .AddText("path", storage.Properties.TextOf("diskPath"))
        .Add("maxSize", Amount(storage, "maxSize", "MB"))
        .Add("retain", Amount(storage, "retainMinutes", "m"))
        .Add("default", storage.Properties.IsTrue("isDefault") ? true : null);

    private static string? Amount(Item storage, string property, string unit)
        => long.TryParse(storage.Properties.TextOf(property), NumberStyles.None, CultureInfo.InvariantCulture, out var amount) && amount < 1_000_000_000 ? amount.ToString(CultureInfo.InvariantCulture) + unit : null;

    private TwinMap Hardware(SiteSnapshot site, TwinDevice device)
    {
        var model = modelOfPlace[device.Place];
        var item = device.Hardware;
        var map = new TwinMap()
            .Add("name", item.Name)
            .Add("model", model.Name)
            .Add("address", device.Address)
            .Add("mac", device.Mac)
            .AddText("serial", device.Driver.TextOf("serialNumber"))
            .AddText("firmware", device.Driver.TextOf("firmwareVersion"))
            .AddText("description", item.Properties.TextOf("description"))
            .AddText("user", item.Properties.TextOf("userName"))
            .Add("enabled", item.Properties.IsTrue("enabled") ? null : false)
            .Add("driverSettings", model.DriverSettings(device));
        foreach (var kind in TwinKind.All)
        {
            map.Add(kind.Key, device.Devices.Where(d => d.Key.Kind == kind.Kind).OrderBy(d => d.Key.Channel).Select(d => (object)Device(site, device, model, kind, d.Value)).ToList());
        }

        return map;
    }

    private static TwinMap Device(SiteSnapshot site, TwinDevice owner, TwinModel model, TwinKind kind, Item device)
    {
        var map = new TwinMap()
            .Add("channel", (long)TwinDevice.ChannelOf(device))
            .Add("name", device.Name)
            .Add("enabled", device.Properties.IsTrue("enabled"))
            .AddText("storage", device.Properties["recordingStorage"] is Reference storage ? site.Find(storage.Target)?.Name : null)
            .Add("properties", TwinKind.Plain(device));
        var settings = owner.PartOf(device, kind.Settings);
        if (settings is not null)
        {
            model.Differing(map, kind, settings);
        }

        if (kind.Kind == ItemKind.Camera)
        {
            map.Add("streams", settings is not null && owner.PartOf(device, ItemKind.Streams) is { } streams ? Uses(device, streams, settings) : null);
            map.Add("motion", owner.PartOf(device, ItemKind.MotionDetection) is { } motion ? Switched(motion) : null);
            map.Add("privacy", owner.PartOf(device, ItemKind.PrivacyProtection) is { } privacy ? Switched(privacy) : null);
            map.Add("presets", Entries(owner.PartOf(device, ItemKind.PtzPresets), "ptzPresets").Select(p => (object)TwinMoves.Preset(p)).ToList());
            map.Add("patrolling", Entries(owner.PartOf(device, ItemKind.PatrollingProfiles), "patrollingProfiles").Select(p => (object)TwinMoves.Patrolling(p)).ToList());
        }

        return map;
    }

    private static TwinMap Switched(Item part)
    {
        var map = new TwinMap().Add("enabled", part.Properties.IsTrue("enabled"));
        foreach (var entry in TwinKind.Plain(part).Entries.Where(e => e.Key != "enabled"))
        {
            map.Add(entry.Key, entry.Value);
        }

        return map;
    }

    private static IEnumerable<GroupValue> Entries(Item? part, string list) => part?.Properties[list] is ListValue { Items: var items } ? items.OfType<GroupValue>() : [];

    private static List<object> Uses(Item camera, Item streams, Item settings)
    {
        var rows = new StreamTable(camera, streams, settings).Rows;
        return (streams.Properties["stream"] is ListValue list ? list.Items.OfType<GroupValue>() : []).Select(use =>
        {
            var at = TwinModel.StreamOf(settings, use);
            return (object)new TwinMap()
                .Add("stream", (long)at)
                .AddText("name", use.Members.TextOf("name"))
                .Add("live", use.Members.TextOf("liveMode") is "Always" or "Never" or "WhenNeeded" ? use.Members.TextOf("liveMode") : null)
                .Add("liveDefault", use.Members.IsTrue("liveDefault") ? true : null)
                .Add("playbackDefault", use.Members.IsTrue("defaultPlayback") ? true : null)
                .Add("record", at <= rows.Count && rows[at - 1].Track != StreamTrack.None ? rows[at - 1].Track.ToString() : null)
                .Add("useEdge", use.Members["useEdge"] is not null && !use.Members.IsTrue("useEdge") ? false : null);
        }).ToList();
    }

    private static List<object> Groups(SiteSnapshot site, List<TwinDevice> devices, ItemKind kind, ItemKind ofKind)
    {
        var names = site.OfKind(ofKind).ToLookup(c => c.Name, StringComparer.OrdinalIgnoreCase);
        var places = devices.SelectMany(d => d.Devices.Values.Select(v => (v.Key, Device: d))).ToDictionary(v => v.Key, v => v.Device);
        var byParent = site.OfKind(kind).ToLookup(g => g.Parent);
        return Below(null, 0);

        List<object> Below(ItemKey? parent, int depth) => depth > 32 ? [] : byParent[parent].Select(g => (object)new TwinMap()
            .Add("name", g.Name)
            .AddText("description", g.Properties.TextOf("description"))
            .Add("members", (g.Properties["members"] is ListValue members ? members.Items.OfType<Reference>() : []).Select(m => Member(m.Target)).OfType<object>().ToList())
            .Add("groups", Below(g.Key, depth + 1))).ToList();

        string? Member(ItemKey camera)
        {
            if (site.Find(camera) is not { } item || !places.TryGetValue(camera, out var device) || device.Hardware.Parent is not { } recorder)
            {
                return null;
            }

            // The name where it means one camera, else the place.
            return names[item.Name].Count() == 1 && item.Name.IndexOf('/') < 0
                ? item.Name
                : FormattableString.Invariant($"{site.Find(recorder)?.Name}/{device.Address}#{TwinDevice.ChannelOf(item)}");
        }
    }
}
