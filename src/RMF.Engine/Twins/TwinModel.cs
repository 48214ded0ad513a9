using System.Globalization;
using RMF.Core.Inventory;

namespace RMF.Engine.Twins;

/// <summary>What devices of one model have in common, learned from all of them. Not thread-safe.</summary>
internal sealed class TwinModel
{
    /// <summary>What a device tells of itself: the simulator fills these in for each device.</summary>
    private static readonly string[] Reported = ["detectedModelName", "firmwareVersion", "macAddress", "productID", "serialNumber"];

    private readonly TwinSettings driver = new();
    private readonly TwinSettings ptz = new();
    private readonly List<(string Name, TwinSettings Settings)> streams = [];
    private readonly Dictionary<ItemKind, TwinSettings> general = [];
    private readonly TwinDevice first;
    private bool isPtz;

    public TwinModel(string name, TwinDevice first)
    {
        Name = name;
        this.first = first;
    }

    public string Name { get; }

    public void See(TwinDevice device)
    {
        driver.See(device.Driver, string.Empty, null, Reported);
        foreach (var kind in TwinKind.All)
        {
            foreach (var one in device.Devices.Where(d => d.Key.Kind == kind.Kind).OrderBy(d => d.Key.Channel).Select(d => d.Value))
            {
                isPtz |= one.Properties.IsTrue("ptzEnabled");
                if (device.PartOf(one, kind.Settings) is { } settings)
                {
                    See(kind, settings);
                }
            }
        }
    }

    /// <summary>The index of a stream of one of its cameras, from 1; 1 where the reference is not known.</summary>
    public static int StreamOf(Item settings, GroupValue use)
    {
        var wanted = ReferenceOf(use);
        var at = Blocks(settings, "stream").ToList().FindIndex(s => string.Equals(ReferenceOf(s), wanted, StringComparison.OrdinalIgnoreCase));
        return Math.Max(at, 0) + 1;
    }

    /// <summary>What one device has that differs from the model: general, PTZ and stream settings.</summary>
    public void Differing(TwinMap map, TwinKind kind, Item settings)
    {
        if (Blocks(settings, "generalSettings").FirstOrDefault() is { } block)
        {
            map.Add("general", General(kind.Kind).Differing(block.Members));
        }

        if (kind.Kind != ItemKind.Camera)
        {
            return;
        }

        if (settings.Properties["ptz"] is GroupValue pan)
        {
            map.Add("ptzSettings", ptz.Differing(pan.Members));
        }

        var each = Blocks(settings, "stream").Select((s, i) => streams[i].Settings.Differing(s.Members)).ToList();
        map.Add("streamSettings", each.Exists(m => m.Entries.Count > 0) ? each.Cast<object>().ToList() : null);
    }

    public TwinMap DriverSettings(TwinDevice device) => driver.Differing(device.Driver);

    /// <param name="sets">Takes the setting sets.</param>
    public TwinMap Describe(TwinMap sets)
    {
        var bag = first.DriverNumber;
        var number = long.TryParse(bag?.TextOf("number"), NumberStyles.None, CultureInfo.InvariantCulture, out var known) && known > 0 ? known : 1L;
        var group = bag?.TextOf("groupName") is { Length: > 0 } family ? family : "Other";
        var map = new TwinMap().Add("name", Name).Add("vendor", group)
            .Add("driver", new TwinMap().Add("number", number).Add("name", bag?.TextOf("name") is { Length: > 0 } name ? name : "Driver").Add("group", group))
            .Add("firmware", first.Driver.TextOf("firmwareVersion") is { Length: > 0 } firmware ? firmware : "unknown");
        foreach (var kind in TwinKind.All)
        {
            map.Add(kind.Key, (long)first.CountOf(kind.Kind));
        }

        map.Add("ptz", isPtz || !ptz.IsEmpty);
        if (first.CountOf(ItemKind.Camera) > 0)
        {
            // A camera whose settings were not read has one stream without settings.
            var named = streams.Count > 0 ? streams : [("Video stream 1", new TwinSettings())];
            map.Add("streams", named.Select((s, i) => (object)new TwinMap().Add("name", s.Name).Add("settings", Set(sets, s.Settings, FormattableString.Invariant($"stream {i + 1}")))).ToList());
        }

        map.Add("ptzSettings", ptz.IsEmpty ? null : Set(sets, ptz, "ptz"));
        foreach (var kind in TwinKind.All.Where(k => general.ContainsKey(k.Kind) && !general[k.Kind].IsEmpty))
        {
            map.Add(kind.SettingsKey, Set(sets, general[kind.Kind], kind.Key));
        }

        return map.Add("driverSettings", driver.IsEmpty ? null : Set(sets, driver, "driver"));
    }

    private void See(TwinKind kind, Item settings)
    {
        foreach (var block in Blocks(settings, "generalSettings").Take(1))
        {
            General(kind.Kind).See(block.Members, "generalSettings.", settings.Definitions);
        }

        if (kind.Kind != ItemKind.Camera)
        {
            return;
        }

        if (settings.Properties["ptz"] is GroupValue pan)
        {
            ptz.See(pan.Members, "ptz.", settings.Definitions);
        }

        var offered = Blocks(settings, "stream").ToList();
        for (var i = 0; i < offered.Count; i++)
        {
            if (i == streams.Count)
            {
                streams.Add((offered[i].Members.TextOf("displayName") ?? FormattableString.Invariant($"Video stream {i + 1}"), new TwinSettings()));
            }

            streams[i].Settings.See(offered[i].Members, "stream.", settings.Definitions);
        }
    }

    private string Set(TwinMap sets, TwinSettings settings, string part)
    {
        var name = $"{Name}: {part}";
        sets.Add(name, settings.IsEmpty ? new List<object> { new TwinMap().Add("name", "none").Add("type", "text").Add("default", string.Empty).Add("canSet", false) } : settings.Describe());
        return name;
    }

    private TwinSettings General(ItemKind kind) => general.TryGetValue(kind, out var known) ? known : general[kind] = new TwinSettings();

    private static IEnumerable<GroupValue> Blocks(Item item, string property) => item.Properties[property] is ListValue list ? list.Items.OfType<GroupValue>() : [];

    private static string ReferenceOf(GroupValue group) => group.Members["streamReferenceId"] switch
    {
        Reference { Target.Id: var id } => id.Substring(id.IndexOf('/') + 1),
        Scalar scalar => scalar.Value.Trim('{', '}'),
        _ => string.Empty,
    };
}
