using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Planning;

namespace RMF.Testing.Worlds;

/// <summary>
/// Makes a world from a seed: up to three primary recorders on up to two secondary ones, storages linked many to one, devices on both sides or
/// on one, values of every property type in every spelling that servers use. Equal seeds and sizes give equal worlds.
/// </summary>
public sealed class RandomWorld
{
    private readonly Random random;
    private readonly RandomValues values;
    private readonly int devices;

    public RandomWorld(int seed, int devices)
    {
        random = new Random(seed);
        values = new RandomValues(random);
        this.devices = devices;
        Categories = random.Next(2) == 0 ? SyncWorld.AllCategories : [.. SyncWorld.AllCategories.Where(_ => random.Next(2) == 0)];
        Naming = random.Next(2) == 0 ? SameNames.Instance : new SuffixNaming(" (B)");
    }

    public INaming Naming { get; }

    /// <summary>The switches that are on: all, or some.</summary>
    public IReadOnlyList<SyncCategory> Categories { get; }

    public SyncWorld Build()
    {
        var secondaryCount = random.Next(1, 3);
        var primaryCount = random.Next(1, 4);
        var plans = Enumerable.Range(0, devices).Select(i => new Device(i, random.Next(primaryCount), random.Next(1, 5), random.Next(4))).ToList();
        var primary = new SiteBuilder("a");
        var secondary = new SiteBuilder("b");
        var protector = Enumerable.Range(0, primaryCount).Select(_ => random.Next(secondaryCount)).ToArray();
        for (var recorder = 0; recorder < primaryCount; recorder++)
        {
            var mine = recorder;
            primary.Recorder("REC-A" + recorder, r => Fill(r, plans.Where(p => p.Recorder == mine && p.Presence != 3), Side.Primary));
        }

        for (var recorder = 0; recorder < secondaryCount; recorder++)
        {
            var mine = recorder;
            secondary.Recorder("REC-B" + recorder, r => Fill(r, plans.Where(p => protector[p.Recorder] == mine && p.Presence != 2), Side.Secondary));
        }

        var world = SyncWorld.Of(primary, secondary);
        for (var recorder = 0; recorder < primaryCount; recorder++)
        {
            var links = Enumerable.Range(0, random.Next(3)).Select(i => ("Storage " + i, "Storage " + random.Next(3))).ToArray();
            world = world.Link("REC-A" + recorder, "REC-B" + protector[recorder], links);
        }

        return world;
    }

    /// <summary>The same world after people edited some values on one side.</summary>
    public SyncWorld EditSome(SyncWorld world, Side side, int edits)
    {
        var editable = world.Site(side).Items.Where(i => KindTable.Of(i.Key.Kind).Properties.Count > 0).OrderBy(i => i.Key.ToString(), StringComparer.Ordinal).ToList();
        for (var i = 0; i < edits && editable.Count > 0; i++)
        {
            var item = world.Site(side).Find(editable[random.Next(editable.Count)].Key)!;
            world = world.With(side, world.Site(side).With([Edit(item, world.Site(side))]));
        }

        return world;
    }

    private Item Edit(Item item, SiteSnapshot site)
    {
        var rows = KindTable.Of(item.Key.Kind).Properties.Where(p => p.Category != SyncCategory.Lifecycle && item.Properties[p.Name] is not null).ToList();
        if (rows.Count == 0)
        {
            return item;
        }

        var row = rows[random.Next(rows.Count)];
        var value = item.Properties[row.Name]!;
        var edited = item.Properties.With(row.Name, values.Edit(row, value, site, item));
        return item with { Properties = edited, Name = edited.TextOf("name") ?? item.Name };
    }

    private void Fill(RecorderBuilder recorder, IEnumerable<Device> mine, Side side)
    {
        recorder.Storage("Storage 0", isDefault: true).Storage("Storage 1").Storage("Storage 2").Drivers("0", "1", "2", "5");
        recorder.Hardware("192.168.9.9", h => h.Named("On one side alone " + side)).Hardware("192.168.9." + (side == Side.Primary ? "1" : "2"));
        foreach (var device in mine.OrderBy(_ => random.Next()))
        {
            recorder.Hardware($"10.0.{device.Number / 250}.{(device.Number % 250) + 1}", h => Fill(h, device, side));
        }
    }

    private void Fill(HardwareBuilder hardware, Device device, Side side)
    {
        hardware.Named(side == Side.Secondary && random.Next(2) == 0 ? Naming.ToSecondary("Device " + device.Number) : values.Text());
        hardware.Driver((device.Number % 3).ToString(System.Globalization.CultureInfo.InvariantCulture)).Set("description", values.Of(PropertyType.Text)).Set("enabled", values.Of(PropertyType.Boolean));
        if (random.Next(4) > 0)
        {
            hardware.Mac($"00:40:8c:00:{device.Number / 256:x2}:{device.Number % 256:x2}");
        }

        for (var channel = 0; channel < device.Cameras; channel++)
        {
            var name = side == Side.Secondary && random.Next(2) == 0 ? Naming.ToSecondary($"Camera {device.Number}.{channel}") : values.Text();
            hardware.Camera(channel, name, FillCamera);
            if (random.Next(3) == 0)
            {
                hardware.Microphone(channel, name + " microphone", FillMicrophone);
            }
        }
    }

    private void FillMicrophone(MicrophoneBuilder microphone)
    {
        foreach (var row in KindTable.Of(ItemKind.Microphone).Properties.Where(p => !p.IsName && p.Type != PropertyType.Reference && random.Next(4) > 0))
        {
            microphone.Set(row.Name, values.Of(row.Type));
        }

        microphone.StoreOn("Storage " + random.Next(3));
        foreach (var setting in RandomValues.SettingNames.Where(_ => random.Next(4) > 0))
        {
            microphone.Setting(setting, values.Of(PropertyType.OpenGroup));
        }
    }

    private void FillPresets(CameraBuilder camera)
    {
        camera.Moves();
        var names = RandomValues.EntryNames.Where(_ => random.Next(3) > 0).OrderBy(_ => random.Next()).ToList();
        foreach (var name in names)
        {
            camera.Preset(name, [.. values.EntryMembers(ItemKind.PtzPresets)]);
        }

        foreach (var round in RandomValues.EntryNames.Where(_ => names.Count > 0 && random.Next(3) == 0))
        {
            camera.Round(round, [.. names.Where(_ => random.Next(2) == 0)]);
        }
    }

    private void FillCamera(CameraBuilder camera)
    {
        foreach (var row in KindTable.Of(ItemKind.Camera).Properties.Where(p => !p.IsName && p.Type != PropertyType.Reference && random.Next(4) > 0))
        {
            camera.Set(row.Name, values.Of(row.Type));
        }

        foreach (var row in KindTable.Of(ItemKind.MotionDetection).Properties.Where(_ => random.Next(4) > 0))
        {
            camera.Motion(row.Name, values.Of(row.Type));
        }

        camera.StoreOn("Storage " + random.Next(3));
        foreach (var setting in RandomValues.SettingNames.Where(_ => random.Next(4) > 0))
        {
            camera.Setting(setting, values.Of(PropertyType.OpenGroup)).Ptz(setting, values.Of(PropertyType.OpenGroup));
        }

        var streams = RandomValues.StreamNames.Where(_ => random.Next(3) > 0).DefaultIfEmpty("Video stream 1").ToList();
        foreach (var stream in streams)
        {
            camera.VideoStream(stream, [.. RandomValues.SettingNames.Where(_ => random.Next(3) > 0).Select(s => (s, values.Text()))]);
        }

        foreach (var stream in streams.Where((_, i) => i == 0 || random.Next(2) == 0).OrderBy(_ => random.Next()))
        {
            camera.Uses(stream, [.. values.UseMembers()]);
        }

        if (random.Next(3) == 0)
        {
            FillPresets(camera);
        }

        if (random.Next(3) == 0)
        {
            camera.Definitions(values.Definitions());
        }

        if (random.Next(10) == 0)
        {
            camera.Unread(ItemKind.MotionDetection, "time-out");
        }
    }

    /// <param name="Presence">0 and 1 = on both sides, 2 = on the primary, 3 = on the secondary.</param>
    private sealed record Device(int Number, int Recorder, int Cameras, int Presence);
}
