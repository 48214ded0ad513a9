using RMF.Core.Inventory;
using RMF.Core.Planning;
using RMF.Engine.Publishing;
using RMF.Engine.Runs.Setup;
using RMF.Policy;
using RMF.Policy.Publishing;
using RMF.Testing.Worlds;
using Xunit;

namespace RMF.Engine.Tests.Publishing;

public sealed class PublishedPairsTests
{
    [Fact]
    public void A_pair_tells_where_both_cameras_are_and_which_overrides_fit()
    {
        var world = SyncWorld.OneToOne(
            r => r.Hardware("10.0.0.1", h => h.Camera(0, "Gate 1")).Hardware("10.0.0.2", h => h.Camera(0, "Quay 1")),
            r => r.Hardware("10.0.0.1", h => h.Camera(0, "Gate 1")).Hardware("10.0.0.2", h => h.Camera(0, "Quay 1")));
        var input = world.Input();
        var pairs = PublishedPairs.Of(Policy("overrides: [ { match: { name: \"Gate *\" }, dwell: 1s }, { dwell: 2s }, { match: { name: \"Quay *\" }, dwell: 3s } ]"), input, SameNames.Instance);
        Assert.Equal(2, pairs.Count);
        foreach (var (pair, name, places) in new[] { (pairs[0], "Gate 1", new[] { 0, 1 }), (pairs[1], "Quay 1", [1, 2]) })
        {
            Assert.Equal((Id(world, Side.Primary, name), Id(world, Side.Secondary, name)), (pair.Primary, pair.Secondary));
            Assert.Equal(("a", "REC-A1"), (pair.PrimaryPlace!.Site, pair.PrimaryPlace.RecorderName));
            Assert.Equal(("b", "REC-B1"), (pair.SecondaryPlace!.Site, pair.SecondaryPlace.RecorderName));
            Assert.Equal(world.Item(Side.Primary, ItemKind.RecordingServer, "REC-A1").Key.Id, pair.PrimaryPlace.RecorderId);
            Assert.Equal(places, pair.Overrides.Places);
        }

        // A recording server is told by one object, however many cameras it has.
        Assert.Same(pairs[0].PrimaryPlace, pairs[1].PrimaryPlace);
    }

    [Fact]
    public void Without_overrides_nothing_is_matched()
    {
        var world = SyncWorld.OneToOne(r => r.Hardware("10.0.0.1", h => h.Camera(0, "Gate 1")), r => r.Hardware("10.0.0.1", h => h.Camera(0, "Gate 1")));
        Assert.Equal(OverrideSet.None, Assert.Single(PublishedPairs.Of(Policy("dwell: 1s"), world.Input(), SameNames.Instance)).Overrides);
    }

    private static string Id(SyncWorld world, Side side, string camera) => world.Item(side, ItemKind.Camera, camera).Key.Id;

    private static RedundancyPolicy Policy(string live)
    {
        var read = PolicyReader.Parse(Fakes.Lab.PolicyText + Fakes.Lab.Links + $"live: {{ {live} }}\n", "harbour");
        Assert.True(read.Policy is not null, string.Join("\n", read.Messages));
        return read.Policy!;
    }
}
