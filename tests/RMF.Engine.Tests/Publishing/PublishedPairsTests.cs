using RMF.Core.Inventory;
using RMF.Engine.Publishing;
using RMF.Engine.Tests.Fakes;
using RMF.Policy;
using RMF.Policy.Publishing;
using Xunit;

namespace RMF.Engine.Tests.Publishing;

public sealed class PublishedPairsTests
{
    private const string Overrides =
        """
        live:
          overrides:
            - { match: { name: "Camera 2" }, overlay: always }
            - { client: WALL-1, overlay: never }
            - { match: { recorder: REC-A1 }, reactionTime: 300ms }
            - { match: { address: 10.0.0.3 }, priority: secondary }

        """;

    [Fact]
    public async Task A_pair_tells_both_cameras_where_they_are_and_which_overrides_match_them()
    {
        var lab = Lab.OfPairs(3, Overrides);
        var run = await lab.PlanAsync();
        var pairs = PublishedPairs.Of(lab.Policy, run.Context.Input, run.Context.Options.Naming);
        var input = run.Context.Input;
        Assert.Equal(3, pairs.Count);
        Assert.All(pairs, p =>
        {
            var primary = input.Primary.OfKind(ItemKind.Camera).Single(c => c.Key.Id == p.Primary);
            var secondary = input.Secondary.OfKind(ItemKind.Camera).Single(c => c.Key.Id == p.Secondary);
            Assert.Equal(primary.Name, secondary.Name);
            Assert.Equal(new PublishedPlace("a", input.Primary.RecorderOf(primary.Key)!.Key.Id, "REC-A1"), p.PrimaryPlace);
            Assert.Equal(new PublishedPlace("b", input.Secondary.RecorderOf(secondary.Key)!.Key.Id, "REC-B1"), p.SecondaryPlace);
        });
        Assert.Same(pairs[0].PrimaryPlace, pairs[1].PrimaryPlace);
        Assert.Equal(["1,2", "0,1,2", "1,2,3"], NamesOf(pairs.Select(p => p.Primary)).Zip(pairs).OrderBy(p => p.First, StringComparer.Ordinal).Select(p => p.Second.Overrides.ToString()));

        IEnumerable<string> NamesOf(IEnumerable<string> ids) => ids.Select(id => input.Primary.OfKind(ItemKind.Camera).Single(c => c.Key.Id == id).Name);
    }

    [Fact]
    public async Task A_policy_without_overrides_matches_none()
    {
        var lab = Lab.OfPairs(2);
        var run = await lab.PlanAsync();
        Assert.All(PublishedPairs.Of(lab.Policy, run.Context.Input, run.Context.Options.Naming), p => Assert.Equal(OverrideSet.None, p.Overrides));
    }

    [Fact]
    public async Task Pairs_that_are_carried_over_follow_their_overrides_to_other_places_and_a_new_selector_matches_none()
    {
        var lab = Lab.OfPairs(3, Overrides);
        var run = await lab.PlanAsync();
        var earlier = new PublishedPolicy
        {
            Serial = 1,
            Text = PolicyWriter.ToYaml(lab.Policy),
            Hash = lab.Policy.PolicyHash,
            Name = "p",
            Published = default,
            Pairs = PublishedPairs.Of(lab.Policy, run.Context.Input, run.Context.Options.Naming),
        };
        var now = Lab.Read(Lab.PolicyText + Lab.Links +
            """
            live:
              overrides:
                - { match: { name: "Camera 1" }, overlay: always }
                - { match: { address: 10.0.0.3 }, overlay: always }
                - { role: Guards, overlay: never }
                - { match: { name: "Camera 2" }, priority: secondary }

            """);

        var (pairs, unknown) = PublishedPairs.Carried(earlier, now);

        Assert.Equal("Camera 1", Assert.Single(unknown).Name);
        Assert.Equal(earlier.Pairs.Select(p => (p.Primary, p.Secondary, p.PrimaryPlace, p.SecondaryPlace)), pairs.Select(p => (p.Primary, p.Secondary, p.PrimaryPlace, p.SecondaryPlace)));
        foreach (var (before, after) in earlier.Pairs.Zip(pairs))
        {
            string expected = before.Overrides.ToString() switch { "1,2" => "2", "0,1,2" => "2,3", _ => "1,2" };
            Assert.Equal(expected, after.Overrides.ToString());
        }

        Assert.Empty(PublishedPairs.Carried(earlier, lab.Policy).Unknown);
        Assert.Equal(earlier.Pairs, PublishedPairs.Carried(earlier, lab.Policy).Pairs);
    }
}
