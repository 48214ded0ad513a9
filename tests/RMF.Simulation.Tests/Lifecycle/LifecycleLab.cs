using System.Globalization;
using RMF.Core.Inventory;
using RMF.Engine.Ports;
using RMF.Simulation.Tests.Lab;
using RMF.Simulation.Tests.Worlds;
using RMF.Simulator;

namespace RMF.Simulation.Tests.Lifecycle;

/// <summary>
/// Two equal sites, three primary recording servers on three secondaries, or on two. Edits the source as a person would, with the
/// server's own means, and compares the sites from the inside.
/// </summary>
internal sealed class LifecycleLab : IAsyncDisposable
{
    private int made;

    private LifecycleLab(Duo duo, Column column)
    {
        Duo = duo;
        Column = column;
    }

    /// <summary>Recorder n is linked to recorder n, or to the last there is; with many on few they take turns.</summary>
    public static int LinkIndex(int primary, int primaries, int secondaries) => primaries > 2 * secondaries ? primary % secondaries : Math.Min(primary, secondaries - 1);

    public Duo Duo { get; }

    public Column Column { get; }

    public SimulatedSite Source => Column.IsRestore ? Duo.Secondary : Duo.Primary;

    public SimulatedSite Target => Column.IsRestore ? Duo.Primary : Duo.Secondary;

    public static async Task<LifecycleLab> StartAsync(Column column, string lifecycle = "{ add: true, replace: true, move: true, delete: true }", int seed = 1)
    {
        var world = Make(3, column.Mode == "1:1" ? 3 : 2, 36, seed);
        return await StartAsync(world, column, d => Policy(d, column, lifecycle));
    }

    public static async Task<LifecycleLab> StartAsync(World world, Column column, Func<Duo, string> policy)
    {
        var duo = await Duo.StartAsync(world, policy);
        var lab = new LifecycleLab(duo, column);
        await duo.SyncAsync();
        duo.ClearRequests();
        return lab;
    }

    /// <summary>On sites that are not made equal first.</summary>
    public static LifecycleLab Over(Duo duo, Column column) => new(duo, column);

    public static string Policy(Duo duo, Column column, string lifecycle)
        => Texts.TwoSites(duo, $"direction: {column.Direction}\nlifecycle: {lifecycle}\nsynchronize: {{ groups: false }}\n" + (column.IsManual ? Mapping(duo) : ""));

    /// <summary>The secondary recorder that a primary one is linked to: the same number, or the last.</summary>
    public string LinkOf(string primaryRecorder)
    {
        var (primaries, secondaries) = (Labelled(Duo.Primary), Labelled(Duo.Secondary));
        return secondaries[LinkIndex(primaries.IndexOf(primaryRecorder), primaries.Count, secondaries.Count)];
    }

    private static List<string> Labelled(SimulatedSite site) => [.. site.Recorders.Select(r => r.Name).Where(n => n != Faults.FaultWorld.Foreign)];

    public DataItem AnyHardware(int recorder, int skip = 0, SimulatedSite? on = null)
    {
        var site = on ?? Source;
        var parent = site.Data.Find("recordingServers", site.Recorders[recorder].Name)!.Id;
        return site.Data.List("hardware").Where(h => h.ParentId == parent && CamerasOf(site, h.Id) == 1).Skip(skip).First();
    }

    public static int CamerasOf(SimulatedSite site, Guid hardware) => site.Data.List("cameras").Count(c => c.ParentId == hardware);

    public void Add(int recorder, Uri? address = null, DeviceModel? model = null)
    {
        var number = ++made;
        model ??= Duo.World.Models.Models.First(m => m.Cameras == 1);
        Source.Data.AddHardware(Source.Recorders[recorder].Name, new WorldHardware
        {
            Name = "Added " + number.ToString(CultureInfo.InvariantCulture),
            Model = model,
            Address = address ?? new Uri($"http://10.99.{number / 250}.{(number % 250) + 1}/"),
            Mac = "02000099" + number.ToString("X4", CultureInfo.InvariantCulture),
            Cameras = [new WorldDevice { Channel = 0, Name = "Added camera " + number.ToString(CultureInfo.InvariantCulture) }],
        });
    }

    public void Delete(DataItem hardware) => Assert.True(Source.Data.Remove("hardware", hardware.Id.ToString()));

    public async Task MoveAsync(DataItem hardware, int recorder)
    {
        var to = Source.Data.Find("recordingServers", Source.Recorders[recorder].Name)!.Id;
        Confirm(await (await WriterAsync()).MoveHardwareAsync(Key(ItemKind.Hardware, hardware.Id), Key(ItemKind.RecordingServer, to), CancellationToken.None));
    }

    /// <summary>Another device at the same address, of the same model or one that has at least the same channels.</summary>
    public async Task ReplaceAsync(DataItem hardware, bool otherModel)
    {
        var address = new Uri(Pairs.Text(Source, "hardware", hardware.Id, "address"));
        var old = Duo.World.Network.Find(address)!;
        var model = otherModel ? Duo.World.Models.Models.FirstOrDefault(m => m.DriverNumber != old.Model.DriverNumber && Holds(m, old.Model)) ?? old.Model : old.Model;
        Duo.World.Network.Connect(old with { Model = model, Mac = "02000077" + (++made).ToString("X4", CultureInfo.InvariantCulture), SerialNumber = "R" + made.ToString(CultureInfo.InvariantCulture) });
        var account = new DeviceAccount(old.UserName, new Secret(old.Password));
        var replacement = new HardwareReplacement(Key(ItemKind.Hardware, hardware.Id), address, model.DriverNumber.ToString(CultureInfo.InvariantCulture), account, false);
        Confirm(await (await WriterAsync()).ReplaceHardwareAsync(replacement, CancellationToken.None));
    }

    /// <summary>The same device at another address.</summary>
    public void Readdress(DataItem hardware)
    {
        var old = new Uri(Pairs.Text(Source, "hardware", hardware.Id, "address"));
        var address = new Uri($"http://10.98.{++made / 250}.{(made % 250) + 1}/");
        Duo.World.Network.Connect(Duo.World.Network.Find(old)! with { Address = address });
        Source.Data.Set("hardware", hardware.Id.ToString(), "address", address.AbsoluteUri);
    }

    /// <summary>Of each device: address, MAC, driver and the secondary recorder that records it or is linked to the one that does.</summary>
    public IReadOnlyList<string> Devices(SimulatedSite site)
    {
        var recorders = site.Data.List("recordingServers").ToDictionary(r => r.Id, r => r.Name);
        return [.. site.Data.List("hardware").Select(h =>
        {
            var on = recorders[h.ParentId!.Value];
            return string.Join(
                ' ',
                Pairs.Text(site, "hardware", h.Id, "address"),
                Pairs.Text(site, "hardwareDriverSettings", h.Id, "hardwareDriverSettings.macAddress"),
                Pairs.Text(site, "hardware", h.Id, "model"),
                Pairs.Text(site, "hardware", h.Id, "enabled"),
                ReferenceEquals(site, Duo.Primary) && on != Faults.FaultWorld.Foreign ? LinkOf(on) : on);
        }).Order(StringComparer.Ordinal)];
    }

    /// <summary>Devices, and the values of their cameras, are the same on both sides.</summary>
    public void AssertEqual()
    {
        Assert.Equal(Devices(Source), Devices(Target));
        var pairs = Pairs.Of(Duo.Primary, Duo.Secondary);
        Assert.Equal(Source.Data.List("cameras").Count, pairs.Count);
        Assert.Empty(pairs.SelectMany(p => Pairs.Differences(Duo.Primary, Duo.Secondary, p, hasPattern: false, selectionIsOn: false)));
    }

    public ValueTask DisposeAsync() => Duo.DisposeAsync();

    private static bool Holds(DeviceModel model, DeviceModel old)
        => model.Cameras >= old.Cameras && model.Microphones >= old.Microphones && model.Speakers >= old.Speakers && model.Inputs >= old.Inputs && model.Outputs >= old.Outputs && model.Metadata >= old.Metadata;

    /// <summary>Two equal sites, unless asked otherwise; the secondary's hardware hangs where the links say.</summary>
    public static World Make(int primaries, int secondaries, int cameras, int seed, double drift = 0)
    {
        var world = World.Generate(new WorldShape { Cameras = cameras, RecordersPerSite = primaries, Seed = seed, Drift = drift });
        var all = world.Sites[1].Recorders;
        var recorders = all.Take(secondaries).Select((r, s) => r with { Hardware = [.. all.Where((_, p) => LinkIndex(p, primaries, secondaries) == s).SelectMany(x => x.Hardware)] });
        return new World(world.Name, [world.Sites[0], world.Sites[1] with { Recorders = [.. recorders], CameraGroups = [] }], world.Seed);
    }

    private static string Mapping(Duo duo)
    {
        var primary = duo.Primary.Recorders.Select(r => r.Name).ToList();
        var hardware = duo.Primary.Data.List("hardware").ToDictionary(h => h.Id, h => duo.Primary.Data.Find("recordingServers", h.ParentId!.Value.ToString())!.Name);
        var rows = duo.Primary.Data.List("cameras").Select(c =>
            $"  - {{ camera: \"{c.Name}\", secondary: \"{duo.Secondary.Recorders[Math.Min(primary.IndexOf(hardware[c.ParentId!.Value]), duo.Secondary.Recorders.Count - 1)].Name}\" }}");
        return "mode: manual\ncameras:\n" + string.Join('\n', rows) + "\n";
    }

    private static void Confirm(WriteResult result) => Assert.True(result.Status == WriteStatus.Confirmed, result.Error?.ToString());

    private ItemKey Key(ItemKind kind, Guid id) => new(Source.Name, kind, id.ToString());

    private async Task<ISiteWriter> WriterAsync() => (await Duo.SitesAsync())[Source.Name].Writer;
}
