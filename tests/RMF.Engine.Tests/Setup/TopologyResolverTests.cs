using System.Text;
using RMF.Core.Inventory;
using RMF.Engine.Runs;
using RMF.Engine.Runs.Setup;
using RMF.Engine.Tests.Fakes;
using RMF.Testing;
using RMF.Testing.Worlds;

namespace RMF.Engine.Tests.Setup;

public sealed class TopologyResolverTests
{
    private const string Sites =
        """
        apiVersion: rmf/v1
        sites:
          a: { side: primary, uri: http://a.example/ }
          a2: { side: primary, uri: http://a2.example/ }
          b: { side: secondary, uri: http://b.example/ }

        """;

    private static readonly SiteSnapshot[] Snapshots =
    [
        new SiteBuilder("a").Recorder("REC-A1", r => r.Storage("30 days", isDefault: true).Storage("7 days")).Recorder("Twin").Build(),
        new SiteBuilder("a2").Recorder("REC-A2", r => r.Storage("Local", isDefault: true)).Recorder("twin").Build(),
        new SiteBuilder("b").Recorder("REC-B1", r => r.Storage("Standby", isDefault: true).Storage("Archive")).Recorder("REC-B2", r => r.Storage("Other")).Build(),
    ];

    [Fact]
    public void Recorders_and_storages_are_found_without_regard_to_case()
    {
        var resolved = Resolve("recorders: { primary: [rec-a1], secondary: [Rec-B1] }\nlinks: [ { primary: rec-a1, secondary: Rec-B1, storage: { \"30 DAYS\": archive } } ]");
        Assert.Equal(Key("a", ItemKind.RecordingServer, "REC-A1"), Assert.Single(resolved.PrimaryRecorders));
        Assert.Equal(Key("b", ItemKind.RecordingServer, "REC-B1"), Assert.Single(resolved.SecondaryRecorders));
        var link = Assert.Single(resolved.Topology.Links);
        Assert.Equal(Key("b", ItemKind.Storage, "Archive"), link.SecondaryStorageFor(Key("a", ItemKind.Storage, "30 days")));
        Assert.Equal(Key("b", ItemKind.Storage, "Standby"), link.SecondaryStorageFor(Key("a", ItemKind.Storage, "7 days")));
    }

    [Fact]
    public void A_secondary_without_a_default_storage_has_none_for_unlinked_ones()
    {
        var resolved = Resolve("recorders: { primary: [REC-A1], secondary: [REC-B2] }\nlinks: [ { primary: REC-A1, secondary: REC-B2 } ]");
        Assert.Null(Assert.Single(resolved.Topology.Links).SecondaryStorageFor(Key("a", ItemKind.Storage, "30 days")));
    }

    [Fact]
    public void A_name_that_two_sites_have_is_told_apart_by_its_site()
    {
        var resolved = Resolve("recorders: { primary: [a2/Twin], secondary: [REC-B1] }\nlinks: [ { primary: a2/Twin, secondary: REC-B1 } ]");
        Assert.Equal(Key("a2", ItemKind.RecordingServer, "twin"), Assert.Single(resolved.PrimaryRecorders));
    }

    [Fact]
    public void A_recorder_of_the_other_side_is_not_found()
        => Assert.Equal("RMF2001", Fail("recorders: { primary: [REC-B1], secondary: [REC-B2] }\nlinks: [ { primary: REC-B1, secondary: REC-B2 } ]").Code);

    [Fact]
    public void Every_mistake_has_its_message()
    {
        var mistakes = new (string What, string Policy)[]
        {
            ("a recorder that is nearly spelled right", "recorders: { primary: [REC-A3], secondary: [REC-B1] }\nlinks: [ { primary: REC-A3, secondary: REC-B1 } ]"),
            ("a recorder that nothing is like", "recorders: { primary: [Warehouse], secondary: [REC-B1] }\nlinks: [ { primary: Warehouse, secondary: REC-B1 } ]"),
            ("a recorder of a named site that has another", "recorders: { primary: [a/REC-A2], secondary: [REC-B1] }\nlinks: [ { primary: a/REC-A2, secondary: REC-B1 } ]"),
            ("a name that two sites have", "recorders: { primary: [Twin], secondary: [REC-B1] }\nlinks: [ { primary: Twin, secondary: REC-B1 } ]"),
            ("a primary storage that is not there", "recorders: { primary: [REC-A1], secondary: [REC-B1] }\nlinks: [ { primary: REC-A1, secondary: REC-B1, storage: { Nowhere: Standby } } ]"),
            ("a secondary storage of another recorder", "recorders: { primary: [REC-A1], secondary: [REC-B1] }\nlinks: [ { primary: REC-A1, secondary: REC-B1, storage: { 30 days: Other } } ]"),
        };
        var text = new StringBuilder();
        foreach (var (what, policy) in mistakes)
        {
            var failure = Fail(policy);
            text.Append(what).Append('\n').Append("  ").Append(failure.Code).Append(": ").Append(failure.Message).Append('\n').Append("  ").Append(failure.Advice).Append("\n\n");
        }

        Approved.Matches(text.ToString(), "topology-messages.txt");
    }

    [Fact]
    public void A_site_that_lists_no_recorders_fails_and_never_counts_as_empty()
    {
        var policy = Lab.Read(Sites + "recorders: { primary: [REC-A1], secondary: [REC-B1] }\nlinks: [ { primary: REC-A1, secondary: REC-B1 } ]");
        var empty = new SiteBuilder("a").Build();
        Assert.False(new TopologyResolver(policy, [empty, Snapshots[1], Snapshots[2]]).Resolve().TryGet(out _, out var failure));
        Assert.Equal("RMF2001", failure!.Code);
    }

    [Theory]
    [InlineData("REC-A1", "REC-A1")]
    [InlineData("rec-a2", "REC-A1")]
    [InlineData("RECA1", "REC-A1")]
    [InlineData("REC-A1xyz", "REC-A1")]
    [InlineData("REC-A1wxyz", null)]
    [InlineData("", null)]
    public void The_nearest_name_is_at_most_three_edits_away(string wanted, string? nearest)
        => Assert.Equal(nearest, Nearest.To(wanted, ["Warehouse", "REC-A1"]));

    private static ItemKey Key(string site, ItemKind kind, string name) => Snapshots.Single(s => s.Site == site).OfKind(kind).Single(i => i.Name == name).Key;

    private static ResolvedTopology Resolve(string more)
    {
        Assert.True(new TopologyResolver(Lab.Read(Sites + more), Snapshots).Resolve().TryGet(out var resolved, out var failure), failure?.Message);
        return resolved;
    }

    private static RunFailure Fail(string more)
    {
        Assert.False(new TopologyResolver(Lab.Read(Sites + more), Snapshots).Resolve().TryGet(out _, out var failure));
        return failure!;
    }
}
