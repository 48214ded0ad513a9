using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Pairing;
using RMF.Testing.Worlds;
using Xunit.Abstractions;

namespace RMF.Core.Tests.Properties;

public sealed class PairingLawTests(ITestOutputHelper output)
{
    [Fact]
    public void Pairing_is_a_partial_bijection_that_loses_no_device() => Worlds.Hold(200, output, static (random, seed) =>
    {
        var input = Confuse(random.Build(), seed.Seed).Input();
        foreach (var kind in new[] { ItemKind.Hardware, ItemKind.Camera })
        {
            var pairs = input.Pairs.OfKind(kind);
            foreach (var side in new[] { Side.Primary, Side.Secondary })
            {
                var paired = pairs.Select(p => p.On(side).Key).ToList();
                Assert.Equal(paired.Count, paired.Distinct().Count());
                Assert.All(pairs, p => Assert.Same(p, input.Pairs.Find(side, p.On(side).Key)));
                var found = input.Pairs.Findings.Where(f => f.Side == side && f.Item.Key.Kind == kind).Select(f => f.Item.Key).ToList();
                Assert.Equal(found.Count, found.Distinct().Count());
                Assert.Empty(found.Intersect(paired));

                // Cameras of hardware without a pair are found with their hardware, not one by one.
                var expected = input.View(side).OfKind(kind).Where(i => kind == ItemKind.Hardware || input.Pairs.Find(side, i.Parent!.Value) is not null);
                Assert.Equal(Text(expected.Select(i => i.Key)), Text(paired.Concat(found)));
            }
        }
    });

    [Fact]
    public void Pairs_keep_to_the_links_of_their_recorders() => Worlds.Hold(100, output, static (random, _) =>
    {
        var input = random.Build().Input();
        Assert.All(input.Pairs.OfKind(ItemKind.Hardware), p => Assert.Equal(
            input.RecorderOf(Side.Secondary, p.Secondary)!.Key,
            input.Topology.LinkOfPrimary(input.RecorderOf(Side.Primary, p.Primary)!.Key)!.Secondary));
    });

    [Fact]
    public void Pairing_does_not_depend_on_the_order_of_input() => Worlds.Hold(200, output, static (random, seed) =>
    {
        var world = Confuse(random.Build(), seed.Seed);
        var expected = Text(world.Input().Pairs);
        var shuffle = new Random(seed.Seed);
        for (var i = 0; i < 3; i++)
        {
            var shuffled = world with { Primary = Shuffle(world.Primary, shuffle), Secondary = Shuffle(world.Secondary, shuffle), Links = [.. world.Links.OrderBy(_ => shuffle.Next())] };
            Assert.Equal(expected, Text(shuffled.Input().Pairs));
        }
    });

    [Fact]
    public void What_was_paired_stays_paired_when_names_change() => Worlds.Hold(100, output, static (random, seed) =>
    {
        var world = random.Build().Remember();
        var edited = random.EditSome(world, Side.Primary, seed.Edits);
        static IEnumerable<string> Keys(SyncWorld w) => w.Input().Pairs.OfKind(ItemKind.Camera).Select(p => p.Primary.Key + " " + p.Secondary.Key).Order(StringComparer.Ordinal);
        Assert.Equal(Keys(world), Keys(edited));
    });

    /// <summary>Gives some devices one MAC, one address or one channel with another.</summary>
    private static SyncWorld Confuse(SyncWorld world, int seed)
    {
        var random = new Random(seed);
        foreach (var side in new[] { Side.Primary, Side.Secondary })
        {
            var edited = new List<Item>();
            foreach (var item in world.Site(side).Items.OrderBy(i => i.Key.ToString(), StringComparer.Ordinal))
            {
                var (property, value) = item.Key.Kind switch
                {
                    ItemKind.HardwareDriverSettings => ("macAddress", (PropertyValue)Scalar.Text("00408C00000" + random.Next(3))),
                    ItemKind.Hardware => ("address", Scalar.Text("http://10.9.9." + random.Next(3) + "/")),
                    ItemKind.Camera => ("channel", Scalar.Number(random.Next(2))),
                    _ => (string.Empty, Scalar.Null),
                };
                if (property.Length > 0 && random.Next(4) == 0)
                {
                    edited.Add(item with { Properties = item.Properties.With(property, value) });
                }
            }

            world = world.With(side, world.Site(side).With(edited));
        }

        return world;
    }

    private static SiteSnapshot Shuffle(SiteSnapshot site, Random random)
        => new(site.Site, site.Version, site.TakenAt, [.. site.Items.OrderBy(_ => random.Next())], site.Parts);

    private static string Text(IEnumerable<ItemKey> keys) => string.Join('\n', keys.Select(k => k.ToString()).Order(StringComparer.Ordinal));

    private static string Text(Correspondence pairs)
        => string.Join('\n', KindTable.All.SelectMany(k => pairs.OfKind(k.Kind)).Select(p => $"{p.Primary.Key} {p.Secondary.Key} {p.State} {p.By}")
            .Concat(pairs.Findings.Select(f => $"{f.Item.Key} {f.Side} {f.State} {f.Detail}")).Order(StringComparer.Ordinal));
}
