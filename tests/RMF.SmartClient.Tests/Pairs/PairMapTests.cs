using RMF.Core.Inventory;
using RMF.Engine.Live;
using RMF.Policy;
using RMF.Policy.Publishing;
using RMF.SmartClient.Model.Pairs;
using static RMF.SmartClient.Tests.Fakes.Publications;

namespace RMF.SmartClient.Tests.Pairs;

[Trait("Proof", "plugin-model")]
public sealed class PairMapTests
{
    private static readonly LiveClient Client = new("VIEW-1", []);

    [Fact]
    public void A_pair_is_found_by_either_camera_in_any_spelling_of_letters()
    {
        var map = new PairMap(new LivePolicy(), ManyPairs(3));
        Assert.Equal((3, false), (map.Count, map.IsPlain));
        var pair = map.Find(A(2))!;
        Assert.Same(pair, map.Find(B(2).ToUpperInvariant()));
        Assert.Equal(new PairedEnd("b", B(2), "rec-b", "REC-B1"), pair.Of(Side.Secondary));
        Assert.Equal((Side.Primary, Side.Secondary, null), (pair.SideOf(A(2).ToUpperInvariant()), pair.SideOf(B(2)), pair.SideOf(A(3))));
        Assert.Null(map.Find(A(4)));
        Assert.Null(PairMap.Empty.Find(A(1)));
    }

    [Fact]
    public void Of_two_pairs_that_name_one_camera_the_first_counts()
    {
        var map = new PairMap(new LivePolicy(), [Pair(1), Pair(1) with { Secondary = B(9) }, Pair(2) with { Secondary = B(1) }]);
        Assert.Equal((1, B(1), null, null), (map.Count, map.Find(A(1))!.Secondary.CameraId, map.Find(B(9)), map.Find(A(2))));
    }

    [Fact]
    public void Overrides_that_fit_the_camera_and_this_client_count()
    {
        var live = Policy(
            """
            live:
              reactionTime: 1s
              overrides:
                - { match: { camera: "Gate*" }, client: "OTHER", reactionTime: 2s }
                - { match: { camera: "Gate*" }, reactionTime: 3s }
                - { match: { camera: "Quay*" }, reactionTime: 4s }
                - { client: "VIEW-*", reactionTime: 5s }
            """);
        var map = new PairMap(live, [Pair(1) with { Overrides = OverrideSet.Of([0, 1, 3]) }, Pair(2) with { Overrides = OverrideSet.Of([3]) }, new CameraPair(A(3), B(3)), Pair(4) with { Overrides = OverrideSet.Of([77, 3]) }]);
        Assert.Equal([3d, 5, 5, 5, 5], new[] { A(1), A(2), A(3), A(4), A(99) }.Select(c => map.For(c, Client).ReactionTime.TotalSeconds));
        Assert.Equal([2d, 1, 1], new[] { B(1), B(2), A(99) }.Select(c => map.SettingsFor(c, new LiveClient("OTHER", []), 0).ReactionTime.TotalSeconds));
        Assert.Empty(map.For(A(1), Client).Overrides);
        Assert.True(map.IsPlain);
    }

    [Fact]
    public void Twelve_thousand_pairs_are_all_found()
    {
        var map = new PairMap(new LivePolicy(), ManyPairs(12_000));
        Assert.Equal(12_000, map.Count);
        Assert.All(Enumerable.Range(1, 12_000), i => Assert.Equal(B(i), map.Find(A(i))!.Secondary.CameraId));
    }

    private static LivePolicy Policy(string more) => PolicyReader.Parse(Published(1, []).Text + more, "x").Policy!.Live;
}
