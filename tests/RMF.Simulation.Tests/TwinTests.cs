using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Engine.Ports;
using RMF.Engine.Runs;
using RMF.Engine.Twins;
using RMF.Simulation.Tests.Lab;
using RMF.Simulation.Tests.Worlds;
using RMF.Simulator;
using Xunit.Abstractions;

namespace RMF.Simulation.Tests;

/// <summary>A site that is read, written as a world, started again and read once more is the same site, but for ids, times and secrets.</summary>
[Trait("Proof", "twins")]
public sealed class TwinTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("harbour")]
    [InlineData("minimal")]
    public async Task The_twin_of_an_example_world_reads_the_same(string world)
    {
        await using var duo = await Duo.StartAsync(World.Load(world), d => Texts.TwoSites(d));
        await CompareAsync(duo);
    }

    [Fact]
    public void The_twin_of_a_random_pair_reads_the_same_and_a_policy_plans_the_same_on_it()
        => SimSeed.Hold(20, output, async seed =>
        {
            var pair = new RandomPair(seed);
            await using var duo = await Duo.StartAsync(pair.Make(), d => pair.Policy(d), pair.Options);
            await using var twin = await CompareAsync(duo, pair.Options);
            var real = await duo.PlanAsync();
            var rehearsed = await twin.PlanAsync();
            Assert.Equal(Lines(real), Lines(rehearsed));
        });

    [Fact]
    public async Task Nothing_secret_is_written()
    {
        const string Text = """
            world: secret
            sites:
              - name: A
                password: Site-secret-1
                recorders: [{ name: R, hardware: [{ name: Cam, model: AXIS P3265-LVE, address: 10.0.0.1, mac: "00408C000001", password: Device-secret-2 }] }]
              - name: B
                recorders: [{ name: S }]
            """;
        await using var duo = await Duo.StartAsync(World.Parse(Text), d => Texts.TwoSites(d));
        var written = TwinWorld.Write("w", [(await ReadAsync(duo, "A"), "Primary"), (await ReadAsync(duo, "B"), null)]);
        Assert.DoesNotContain("secret", written, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(duo.Primary.Data.Find("hardware", "Cam")!.Id.ToString(), written, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("side: \"primary\"", written, StringComparison.Ordinal);
    }

    private static async Task<Duo> CompareAsync(Duo duo, DuoOptions? options = null)
    {
        var snapshots = new List<SiteSnapshot>();
        foreach (var site in duo.Sites)
        {
            snapshots.Add(await ReadAsync(duo, site.Name));
        }

        var text = TwinWorld.Write(duo.World.Name, [.. snapshots.Select(s => (s, (string?)null))]);
        var twin = await Duo.StartAsync(World.Parse(text, "twin.yaml"), d => Texts.TwoSites(d), options);
        twin.Policy = duo.Policy;
        foreach (var snapshot in snapshots)
        {
            var again = await ReadAsync(twin, snapshot.Site);
            var (real, copied) = (Facts(snapshot), Facts(again));
            Assert.True(real.SequenceEqual(copied, StringComparer.Ordinal), string.Join('\n', real.Except(copied).Select(f => "real: " + f).Concat(copied.Except(real).Select(f => "twin: " + f)).Order(StringComparer.Ordinal).Take(20)));
        }

        return twin;
    }

    private static async Task<SiteSnapshot> ReadAsync(Duo duo, string site)
    {
        var read = await (await duo.SitesAsync())[site].Reader.ReadAsync(new SnapshotRequest(TwinWorld.Kinds, [], ReadDepth.Full), null, CancellationToken.None);
        Assert.True(read.TryGet(out var snapshot), read.Error?.ToString());
        Assert.True(snapshot.IsComplete);
        return snapshot;
    }

    /// <summary>Each value that RMF knows, by where it stands; references by the name of what they point at.</summary>
    private static List<string> Facts(SiteSnapshot site)
    {
        var facts = new List<string>();
        foreach (var item in site.Items.Where(i => i.Key.Kind != ItemKind.HardwareDriver && TwinWorld.Kinds.Contains(i.Key.Kind)))
        {
            var place = PlaceOf(site, item.Key);
            facts.Add(place);
            foreach (var row in KindTable.Of(item.Key.Kind).Properties)
            {
                facts.Add($"{place}.{row.Name} = {Text(site, row.Normaliser.Apply(item.Properties[row.Name] ?? Scalar.Null))}");
            }
        }

        facts.Sort(StringComparer.Ordinal);
        return facts;
    }

    private static string PlaceOf(SiteSnapshot site, ItemKey key)
    {
        var item = site.Find(key);
        var above = item?.Parent is { } parent ? PlaceOf(site, parent) + "/" : "";
        return $"{above}{key.Kind} {item?.Name} {item?.Properties.TextOf("channel")}".TrimEnd();
    }

    private static string Text(SiteSnapshot site, PropertyValue value) => value switch
    {
        Reference reference => site.Find(reference.Target) is { } item ? item.Key.Kind == ItemKind.HardwareDriver ? item.Properties.TextOf("number")! : item.Name : "?",
        ListValue list => "[" + string.Join(", ", list.Items.Select(i => Text(site, i))) + "]",
        GroupValue group => "{" + string.Join(", ", group.Members.Where(m => m.Key is not ("streamReferenceId" or "edgeTrackId" or "id") || m.Value is Reference).Select(m => $"{m.Key}: {Text(site, m.Value)}")) + "}",
        _ => value.ToString()!,
    };

    private static List<string> Lines(PreparedRun run) => [.. run.Plan.Changes.Select(c => $"{c.Action} {c.Address} {string.Join("; ", c.Properties.Select(p => $"{p.Path} {p.Reason}"))}").Order(StringComparer.Ordinal)];
}
