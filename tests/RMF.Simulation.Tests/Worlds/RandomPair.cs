using System.Globalization;
using RMF.Simulation.Tests.Lab;
using RMF.Simulator;

namespace RMF.Simulation.Tests.Worlds;

/// <summary>
/// A primary and a secondary site from a seed: one or two recorders a side, storages linked in some way, devices that the secondary lacks or has
/// set up otherwise, a naming pattern or none, releases that differ, selectors or none. Equal seeds give equal pairs.
/// </summary>
internal sealed class RandomPair
{
    private readonly Random chance;
    private readonly SimSeed seed;

    public RandomPair(SimSeed seed)
    {
        this.seed = seed;
        chance = new Random(seed.Seed);
        IsManyToOne = chance.Next(3) == 0;
        HasPattern = chance.Next(3) == 0;
        PrimaryRelease = chance.Next(2) == 0 ? Personality.V2025R1 : Personality.V2025R2;
        SecondaryRelease = chance.Next(2) == 0 ? Personality.V2025R1 : Personality.V2025R2;
        SelectionIsOn = chance.Next(2) == 0;
        Manage = chance.Next(3) switch
        {
            0 => "manage: { include: [ { name: \"*0\" }, { name: \"*1\" }, { name: \"*2\" } ] }",
            1 => "manage: { exclude: [ { name: \"*1\" }, { name: \"* 03\" } ] }",
            _ => "",
        };
        Conflicts = new[] { "refuse", "sourceWins", "targetWins" }[chance.Next(3)];
    }

    public bool IsManyToOne { get; }

    public bool HasPattern { get; }

    public bool SelectionIsOn { get; }

    public string Manage { get; }

    public string Conflicts { get; }

    public Personality PrimaryRelease { get; }

    public Personality SecondaryRelease { get; }

    public DuoOptions Options => new() { PersonalityOf = name => name.EndsWith('a') ? PrimaryRelease : SecondaryRelease };

    /// <summary>Whether the policy's selectors choose a primary camera.</summary>
    public bool Manages(string name) => Manage.Length == 0
        || (Manage.Contains("include", StringComparison.Ordinal) ? name[^1] is '0' or '1' or '2' : name[^1] != '1' && !name.EndsWith(" 03", StringComparison.Ordinal));

    public World Make()
    {
        var world = World.Generate(new WorldShape
        {
            Cameras = seed.Cameras,
            RecordersPerSite = IsManyToOne ? 2 : 1,
            Missing = chance.NextDouble() * 0.6,
            Drift = chance.NextDouble(),
            Seed = chance.Next(),
        });
        var primary = Change(world.Sites[0], d => d);
        var secondary = Change(world.Sites[1], d => HasPattern && chance.Next(2) == 0 ? d with { Name = d.Name + " (B)" } : d) with { CameraGroups = [] };
        if (IsManyToOne)
        {
            var first = secondary.Recorders[0];
            secondary = secondary with { Recorders = [first with { Hardware = [.. secondary.Recorders.SelectMany(r => r.Hardware)] }] };
        }

        return new World(world.Name, [primary, secondary], world.Seed);
    }

    public string Policy(Duo duo, string direction = "backup")
    {
        var storages = new[] { null, "{ \"30 days local\": \"90 days DR\", \"7 days fast\": \"14 days DR\" }", "{ \"7 days fast\": \"14 days DR\", \"30 days local\": \"14 days DR\" }" }[seed.Seed % 3];
        return Texts.TwoSites(duo, $$"""
            direction: {{direction}}
            conflicts: {{Conflicts}}
            naming: { secondary: "{{(HasPattern ? "{name} (B)" : "{name}")}}" }
            synchronize: { cameras: { streamSelection: {{(SelectionIsOn ? "true" : "false")}} } }
            {{Manage}}
            """, storages);
    }

    private WorldSite Change(WorldSite site, Func<WorldDevice, WorldDevice> more)
        => site with
        {
            Recorders = [.. site.Recorders.Select(r => r with
            {
                Hardware = [.. r.Hardware.Select(h => h with
                {
                    Description = chance.Next(3) == 0 ? "pole " + chance.Next(9).ToString(CultureInfo.InvariantCulture) : "",
                    Enabled = chance.Next(8) > 0,
                    Cameras = [.. h.Cameras.Select(c => more(Change(c, h.Model, r)))],
                })],
            })],
        };

    private WorldDevice Change(WorldDevice camera, DeviceModel model, WorldRecorder recorder)
    {
        var properties = camera.Properties.ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);
        if (chance.Next(3) == 0)
        {
            properties["gisPoint"] = $"POINT ({chance.Next(180)} {chance.Next(90)})";
            properties["prebufferSeconds"] = (long)chance.Next(10);
        }

        var uses = new List<WorldStreamUse> { new() { Stream = 1 + chance.Next(model.Streams.Count), LiveDefault = true, PlaybackDefault = true, Record = RecordingTrack.Primary, Live = chance.Next(2) == 0 ? "Always" : "WhenNeeded" } };
        if (model.Streams.Count > 1 && chance.Next(2) == 0)
        {
            uses.Add(new WorldStreamUse { Stream = (uses[0].Stream % model.Streams.Count) + 1, Name = "Second use", UseEdge = chance.Next(2) == 0 });
        }

        var presets = camera.Presets.Where(_ => chance.Next(5) > 0).Select(p => chance.Next(3) == 0 ? p with { Pan = chance.Next(100) / 100.0, Description = "moved" } : p).ToList();
        return camera with
        {
            Presets = presets,
            Patrolling = presets.Count == 0 || chance.Next(3) == 0 ? [] : [new WorldPatrolling { Name = "Round", Stops = [.. presets.Select(p => (p.Name, (double)chance.Next(3)))] }],
            Privacy = chance.Next(4) == 0 ? new Dictionary<string, object>(StringComparer.Ordinal) { ["enabled"] = true, ["privacyMaskXml"] = $"<mask id='{chance.Next(3)}'/>" } : camera.Privacy,
            Enabled = chance.Next(6) > 0,
            Storage = recorder.Storages[chance.Next(recorder.Storages.Count)].Name,
            Properties = properties,
            Streams = uses,
            General = chance.Next(2) == 0 ? new Dictionary<string, object>(StringComparer.Ordinal) { ["brightness"] = (long)chance.Next(100) } : camera.General,
            Motion = chance.Next(2) == 0 ? new Dictionary<string, object>(StringComparer.Ordinal) { ["threshold"] = (long)chance.Next(10000), ["enabled"] = chance.Next(2) == 0 } : camera.Motion,
        };
    }
}
