using RMF.Simulation.Tests.Lab;
using RMF.Simulation.Tests.Lifecycle;
using RMF.Simulator;

namespace RMF.Simulation.Tests.Faults;

/// <summary>
/// Two small sites from a seed. Beside what is kept equal there is what must never be touched: a recording server without a label, a device that
/// only the target has, and a device whose cameras the policy leaves out.
/// </summary>
internal sealed class FaultWorld
{
    public const string Foreign = "FOREIGN";

    private const int Primaries = 2;

    private readonly int seed;
    private readonly int secondaries;
    private readonly int cameras;
    private readonly double missing;
    private readonly double drift;
    private readonly bool hasAccess;

    public FaultWorld(Random chance)
    {
        seed = chance.Next();
        Column = chance.Next(4) switch { 0 => new Column("restore", "1:1"), 1 => new Column("backup", "M:N"), _ => new Column("backup", "1:1") };
        secondaries = Column.Mode == "M:N" ? 1 : Primaries;
        cameras = chance.Next(3, 8);
        missing = chance.Next(2) * chance.NextDouble() * 0.7;
        drift = chance.NextDouble();
        hasAccess = chance.Next(3) == 0;
    }

    public Column Column { get; }

    public World Make()
    {
        var made = LifecycleLab.Make(Primaries, secondaries, cameras, seed, drift);
        var kept = (Column.IsRestore ? made.Sites[1] : made.Sites[0]).Recorders.SelectMany(r => r.Hardware).First().Address;
        var sites = made.Sites.Select((s, i) => Change(s, i, kept, isTarget: i == (Column.IsRestore ? 0 : 1)));
        return new World(made.Name, sites, made.Seed);
    }

    public string Policy(Duo duo)
    {
        var primary = Names(duo.Primary);
        var secondary = Names(duo.Secondary);
        var links = primary.Select((name, i) => $"  - {{ primary: \"{name}\", secondary: \"{secondary[LifecycleLab.LinkIndex(i, Primaries, secondaries)]}\", storage: {{ \"30 days local\": \"90 days DR\", \"7 days fast\": \"14 days DR\" }} }}");
        return $$"""
            apiVersion: rmf/v1
            architecture: independent
            direction: {{Column.Direction}}
            sites:
            {{Texts.Site(duo.Primary, "primary")}}
            {{Texts.Site(duo.Secondary, "secondary")}}
            recorders: {{Texts.List(primary, secondary)}}
            links:
            {{string.Join('\n', links)}}
            manage: { exclude: [ { name: "Kept*" } ] }
            lifecycle: { add: true, replace: true, move: true, delete: true }
            conflicts: sourceWins
            synchronize: { cameras: { streamSelection: true }, roles: {{(hasAccess ? "{ include: [ Guards ] }" : "false")}}, views: { native: {{(hasAccess ? "true" : "false")}} } }
            performance: { connections: 1 }

            """;
    }

    /// <summary>Ids, and the address, that no write to the target may name.</summary>
    public static IReadOnlyList<string> Forbidden(SimulatedSite target, SimulatedSite source)
    {
        var foreign = target.Data.Find("recordingServers", Foreign)!.Id;
        var ofHardware = target.Data.List("cameras").ToLookup(c => c.ParentId!.Value);
        var hardware = target.Data.List("hardware").Where(h => h.ParentId == foreign || h.Name.StartsWith("Theirs", StringComparison.Ordinal) || ofHardware[h.Id].Any(c => IsKept(c.Name))).Select(h => h.Id).ToHashSet();
        var devices = new[] { "cameras", "microphones", "speakers", "metadata", "inputEvents", "outputs" }.SelectMany(target.Data.List).Where(d => hardware.Contains(d.ParentId!.Value)).Select(d => d.Id);
        var kept = source.Data.List("cameras").Where(c => IsKept(c.Name)).Select(c => Worlds.Pairs.Text(source, "hardware", c.ParentId!.Value, "address"));
        return [.. hardware.Concat(devices).Append(foreign).Select(i => i.ToString()), .. kept.Distinct(StringComparer.Ordinal)];
    }

    public static bool IsKept(string camera) => camera.StartsWith("Kept", StringComparison.Ordinal);

    private static List<string> Names(SimulatedSite site) => [.. site.Recorders.Select(r => r.Name).Where(n => n != Foreign)];

    private WorldSite Change(WorldSite site, int number, Uri kept, bool isTarget)
    {
        var recorders = site.Recorders.Select(r => r with { Hardware = [.. r.Hardware.Select(h => h.Address == kept ? h with { Cameras = [.. h.Cameras.Select(c => c with { Name = "Kept " + c.Name })] } : h)] }).ToList();
        var first = recorders.SelectMany(r => r.Hardware).SelectMany(h => h.Cameras).Select(c => c.Name!).Distinct(StringComparer.Ordinal).ToList();
        if (isTarget)
        {
            var lost = new Random(seed);
            recorders = [.. recorders.Select(r => r with { Hardware = [.. r.Hardware.Where(_ => lost.NextDouble() >= missing)] })];
            recorders[0] = recorders[0] with { Hardware = [.. recorders[0].Hardware, Theirs(10 + number)] };
        }

        recorders.Add(new WorldRecorder { Name = Foreign, Hardware = [Theirs(20 + number)] });
        var theirs = recorders[^1].Hardware[0].Cameras[0].Name!;
        return site with
        {
            Recorders = recorders,
            CameraGroups = isTarget && seed % 2 == 0 ? [Group("Theirs", [theirs])] : [Group("Field", isTarget ? [theirs] : first)],
            Roles = hasAccess ? [new WorldRole { Name = "Guards", Cameras = isTarget ? [] : ["VIEW_LIVE"] }] : [],
            ViewGroups = hasAccess ? [new WorldViewGroup { Name = "Shared", Views = isTarget ? [] : [new WorldView("Overview", [.. first.Where(n => !IsKept(n)).Take(2)])] }] : [],
        };
    }

    private static WorldGroup Group(string name, IReadOnlyList<string> members) => new() { Name = name, Members = members };

    private static WorldHardware Theirs(int number) => new()
    {
        Name = FormattableString.Invariant($"Theirs {number}"),
        Model = ModelCatalogue.Default.Models.First(m => m.Cameras == 1),
        Address = new Uri(FormattableString.Invariant($"http://10.200.0.{number}/")),
        Mac = FormattableString.Invariant($"0200AA0000{number:00}"),
        Cameras = [new WorldDevice { Channel = 0, Name = FormattableString.Invariant($"Theirs {number}") }],
    };
}
