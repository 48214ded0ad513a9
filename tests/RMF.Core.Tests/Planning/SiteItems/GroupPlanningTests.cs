using RMF.Core.Inventory;
using RMF.Core.Pairing;
using RMF.Core.Planning;
using RMF.Testing;
using RMF.Testing.Worlds;

namespace RMF.Core.Tests.Planning.SiteItems;

/// <summary>What a plan says of device groups, whole.</summary>
public sealed class GroupPlanningTests
{
    private const ItemKind Kind = ItemKind.CameraGroup;

    private static readonly Func<SiteBuilder, SiteBuilder> Nothing = static s => s;

    [Fact]
    public void Missing_groups_are_made_from_the_top_and_filled_and_what_is_added_joins_when_it_is_there()
    {
        var world = Docks.Of(s => s.Group(Kind, "/Harbour", "All of it", "Gate", "Yard").Group("/Harbour/North", "Quay", "Yard"), Nothing);
        Approved.Matches(Lines(world), "groups-missing.txt");
    }

    [Fact]
    public void A_group_of_both_sides_is_compared_among_its_managed_members()
    {
        var world = Docks.Of(
            s => s.Group(Kind, "/Harbour", "All of it", "Gate", "Yard"),
            s => s.Group(Kind, "/HARBOUR", "Some of it", "Quay"));
        Approved.Matches(Lines(world), "groups-first-sight.txt");
    }

    [Fact]
    public void With_a_memory_the_plan_says_who_changed_a_group()
    {
        var agreed = Docks.Of(s => s.Group("/Harbour", "Gate"), s => s.Group("/Harbour", "Gate")).Remember(Docks.Options);
        var source = agreed with { Primary = Docks.Primary().Group(Kind, "/Harbour", "New", "Gate", "Quay").Build() };
        Assert.Equal(
            """
            Update secondary/cameraGroup/Harbour
              CameraGroup 'Harbour', SourceChanged: a/Harbour -> b/Harbour
              stage Group by Patch
                description: '' -> 'New', SourceChanged, agreed on ''
                members[QUAY].item: absent -> b/Quay, SourceChanged

            """.Replace("QUAY", source.Item(Side.Secondary, ItemKind.Camera, "Quay").Key.Id, StringComparison.Ordinal),
            Lines(source));

        var target = agreed with { Secondary = Docks.Secondary().Group("/Harbour").Build() };
        Assert.Equal(
            """
            Update secondary/cameraGroup/Harbour
              CameraGroup 'Harbour', TargetDrifted: a/Harbour -> b/Harbour
              stage Group by Patch
                members[GATE].item: absent -> b/Gate, TargetDrifted, agreed on b/Gate

            """.Replace("GATE", source.Item(Side.Secondary, ItemKind.Camera, "Gate").Key.Id, StringComparison.Ordinal),
            Lines(target));
    }

    [Fact]
    public void A_renamed_group_is_the_same_group()
    {
        var agreed = Docks.Of(s => s.Group("/Harbour", "Gate"), s => s.Group("/Harbour", "Gate")).Remember(Docks.Options);
        var renamed = agreed.Edit(Side.Primary, Kind, "Harbour", p => p.With("name", Scalar.Text("Port")).With("path", Scalar.Text("/Port")));
        var change = Assert.Single(renamed.Plan(Docks.Options).Changes, c => c.Kind == Kind);
        Assert.Equal("secondary/cameraGroup/Harbour", change.Address);
        Assert.Equal("name: Harbour -> Port", $"{change.Properties[0].Path}: {change.Properties[0].Before} -> {change.Properties[0].After}");
    }

    [Fact]
    public void Members_that_were_not_sent_are_not_none()
    {
        var agreed = Docks.Of(s => s.Group("/Harbour", "Gate"), s => s.Group("/Harbour", "Gate")).Remember(Docks.Options);
        foreach (var side in new[] { Side.Primary, Side.Secondary })
        {
            Assert.Equal("", Lines(agreed.Set(side, Kind, "Harbour", "members", Scalar.Null)));
        }
    }

    [Fact]
    public void A_foreign_member_and_a_foreign_group_stay()
    {
        var options = Docks.Options with { Managed = new OnlyCameras("Gate") };
        var world = Docks.Of(
            s => s.Group("/Harbour", "Gate", "Quay").Group("/Others", "Quay"),
            s => s.Group("/Harbour", "Gate").Group("/Local", "Quay"));
        Assert.Equal("", Lines(world, options));
        Assert.Equal("", Lines(world.Remember(options), options));
    }

    [Fact]
    public void With_selectors_only_groups_with_something_managed_in_or_below_them_are_made()
    {
        var options = Docks.Options with { Managed = new OnlyCameras("Gate") };
        var world = Docks.Of(s => s.Group("/Harbour").Group("/Harbour/North", "Quay").Group("/Harbour/South").Group("/Harbour/South/Low", "Gate").Group("/Empty"), Nothing);
        var made = world.Plan(options).Changes.Where(c => c is { Kind: Kind, Action: ChangeAction.Create }).ToList();
        Assert.Equal(["secondary/cameraGroup/Harbour", "secondary/cameraGroup/Harbour/South", "secondary/cameraGroup/Harbour/South/Low"], made.Select(c => c.Id));
        Assert.Equal(["", "secondary/cameraGroup/Harbour", "secondary/cameraGroup/Harbour/South"], made.Select(c => string.Join("+", c.DependsOn)));

        var all = world.Plan(Docks.Options).Changes.Where(c => c is { Kind: Kind, Action: ChangeAction.Create });
        Assert.Equal(5, all.Count());
    }

    [Fact]
    public void Where_the_server_takes_no_group_below_another_that_is_said_and_what_stands_below_waits()
    {
        var asked = new List<string>();
        var options = Docks.Options with
        {
            WhyNotBelow = (site, kind) =>
            {
                asked.Add($"{site} {kind}");
                return "this server makes no group below a group";
            },
        };
        var world = Docks.Of(s => s.Group("/Harbour", "Gate").Group("/Harbour/North", "Quay").Group("/Harbour/North/Door"), s => s.Group("/Harbour", "Gate"));
        Assert.Equal(
            """
            Unsupported secondary/cameraGroup/Harbour/North#unsupported
              at secondary/cameraGroup/Harbour/North
              CameraGroup 'North', NotSupportedByTarget: a/North -> new on b
              stage Group by None
              says: this server makes no group below a group
            Unsupported secondary/cameraGroup/Harbour/North/Door#unsupported
              at secondary/cameraGroup/Harbour/North/Door
              CameraGroup 'Door', NotSupportedByTarget: a/Door -> new on b
              stage Group by None
              says: this server makes no group below a group

            """,
            Lines(world, options));
        Assert.Equal(["b CameraGroup", "b CameraGroup"], asked);
    }

    [Fact]
    public void What_stands_below_a_group_that_cannot_be_made_cannot_be_made_either()
    {
        // The upper group's own site item is of another site: it has no counterpart and the plan makes none.
        var lost = SiteItemBuilder.Key("a", Kind, "/Lost");
        var world = Docks.Of(
            s => s.Add(new Item(lost, null, "Lost", PropertyBag.Empty.With("path", Scalar.Text("/Lost")).With("name", Scalar.Text("Lost")))).Unread(Kind, lost.Id, "time-out").Group("/Lost/Low"),
            Nothing);
        Assert.Equal(
            """
            Unsupported secondary/cameraGroup/Lost/Low#unsupported
              at secondary/cameraGroup/Lost/Low
              CameraGroup 'Low', NoCounterpart: a/Low -> new on b
              stage Group by None
              says: what it stands below cannot be made on the target
            Unknown secondary/cameraGroup/Lost
              a/Lost since 2026-01-01: time-out

            """,
            Lines(world));
    }

    [Fact]
    public void What_was_not_read_of_a_group_is_unknown_on_either_side()
    {
        static SiteBuilder Group(SiteBuilder site) => site.Group("/Harbour", "Gate");
        static SiteBuilder Unread(SiteBuilder site) => site.Group("/Harbour").Unread(Kind, SiteItemBuilder.Key(site.Name, Kind, "/Harbour").Id, "time-out");
        Assert.Equal("Unknown secondary/cameraGroup/Harbour\n  a/Harbour since 2026-01-01: time-out\n", Lines(Docks.Of(Unread, Group)));
        Assert.Equal("Unknown secondary/cameraGroup/Harbour\n  b/Harbour since 2026-01-01: time-out\n", Lines(Docks.Of(Group, Unread)));
        Assert.Equal(
            "Unknown secondary/cameraGroup/Harbour\n  a/Harbour since 2026-01-01: time-out\nUnknown secondary/cameraGroup/Harbour\n  b/Harbour since 2026-01-01: time-out\n",
            Lines(Docks.Of(Unread, Unread)));
    }

    [Fact]
    public void A_group_is_not_made_while_the_target_may_have_it()
    {
        const string Expected = "Unknown secondary/cameraGroup/Harbour\n  a/Harbour since 2026-01-01: the target's were not read in full: ";
        Assert.Equal(Expected + "page 2 failed\n", Lines(Docks.Of(s => s.Group("/Harbour"), s => s.Part(Kind, PartState.Partial, "page 2 failed"))));
        Assert.Equal(Expected + "no reason given\n", Lines(Docks.Of(s => s.Group("/Harbour"), s => s.Unread(Kind, "another", "time-out"))));
        var both = Docks.Of(s => s.Group("/Harbour").Unread(Kind, SiteItemBuilder.Key("a", Kind, "/Harbour").Id, "late"), s => s.Part(Kind, PartState.NotRead, "not asked for"));
        Assert.Equal("Unknown secondary/cameraGroup/Harbour\n  a/Harbour since 2026-01-01: late\n" + Expected + "not asked for\n", Lines(both));
    }

    [Fact]
    public void A_group_whose_devices_are_not_read_is_left_alone()
    {
        static SiteBuilder Group(SiteBuilder site) => site.Group(ItemKind.MicrophoneGroup, "/Ears", "", "Gate mic");
        Assert.Contains("Create secondary/microphoneGroup/Ears", Lines(Docks.Of(Group, Nothing)), StringComparison.Ordinal);
        Assert.Equal("", Lines(Docks.Of(s => Group(s).Part(ItemKind.Microphone, PartState.NotRead, "off"), Nothing)));
        Assert.Equal("", Lines(Docks.Of(Group, s => s.Part(ItemKind.Microphone, PartState.NotRead, "off"))));
        Assert.Contains("Create secondary/microphoneGroup/Ears", Lines(Docks.Of(Group, s => s.Part(ItemKind.Microphone, PartState.Partial, "page 2 failed"))), StringComparison.Ordinal);
    }

    [Fact]
    public void With_the_switch_off_no_group_is_looked_at()
        => Assert.Equal("", Lines(Docks.Of(s => s.Group("/Harbour", "Gate"), Nothing), Docks.Options with { Categories = [RMF.Core.Kinds.SyncCategory.Roles] }));

    [Fact]
    public void A_restore_makes_groups_on_the_primary()
    {
        var world = Docks.Of(Nothing, s => s.Group("/Harbour", "Gate"));
        Assert.Equal(
            """
            Create primary/cameraGroup/Harbour
              CameraGroup 'Harbour', MissingOnTarget: b/Harbour -> new on a
              stage Group by Create
                description: absent -> '', MissingOnTarget
                name: absent -> 'Harbour', MissingOnTarget
            Update primary/cameraGroup/Harbour#update
              at primary/cameraGroup/Harbour
              CameraGroup 'Harbour', MissingOnTarget: b/Harbour -> new on a
              stage Group by Patch
              after primary/cameraGroup/Harbour
                members[GATE].item: absent -> a/Gate, MissingOnTarget

            """.Replace("GATE", world.Item(Side.Secondary, ItemKind.Camera, "Gate").Key.Id, StringComparison.Ordinal),
            Lines(world, Docks.Restore));
    }

    [Fact]
    public void A_site_that_is_linked_with_several_or_with_none_has_no_place_for_its_groups()
    {
        var (a, b, c) = (Docks.Primary().Group("/Harbour").Build(), Docks.Secondary().Build(), Docks.Secondary("c").Build());
        var both = new Topology([Link(a, b), Link(a, c) with { Primary = new ItemKey("a", ItemKind.RecordingServer, "second") }]);
        Assert.Equal(
            """
            Unsupported secondary/cameraGroup/Harbour#unsupported
              at secondary/cameraGroup/Harbour
              CameraGroup 'Harbour', Ambiguous: a/Harbour -> new on b
              stage Group by None
              says: site a is linked with 2 sites, so that nobody can tell on which one it belongs

            """,
            Lines(both, a, b, c));
        Assert.Equal(
            """
            Unsupported secondary/cameraGroup/Harbour#unsupported
              at secondary/cameraGroup/Harbour
              CameraGroup 'Harbour', Ambiguous: a/Harbour -> new on 
              stage Group by None
              says: site a is linked with 0 sites, so that nobody can tell on which one it belongs

            """,
            Lines(new Topology([]), a, b, c));

        // Two links between the same two sites are one place.
        var twice = new Topology([Link(a, b), Link(a, b) with { Primary = new ItemKey("a", ItemKind.RecordingServer, "second") }]);
        Assert.StartsWith("Create secondary/cameraGroup/Harbour\n", Lines(twice, a, b), StringComparison.Ordinal);
    }

    private static RecorderLink Link(SiteSnapshot primary, SiteSnapshot secondary)
        => new(primary.OfKind(ItemKind.RecordingServer)[0].Key, secondary.OfKind(ItemKind.RecordingServer)[0].Key, new Dictionary<ItemKey, ItemKey>(), null);

    private static string Lines(Topology topology, SiteSnapshot primary, params SiteSnapshot[] secondaries)
    {
        var left = new SideView(Side.Primary, [primary], primary.OfKind(ItemKind.RecordingServer).Select(r => r.Key).ToList());
        var right = new SideView(Side.Secondary, secondaries, secondaries.SelectMany(s => s.OfKind(ItemKind.RecordingServer)).Select(r => r.Key).ToList());
        var input = new PlanningInput(left, right, topology, new Pairer(left, right, topology, PairMemory.Empty, Side.Primary).Pair(), PairMemory.Empty);
        var plan = new Planner(input, Docks.Options).Plan();
        return new PlanLines([primary, .. secondaries]).Of(plan with { Changes = plan.Changes.Where(c => c.Kind == Kind).ToList() });
    }

    private static string Lines(SyncWorld world, PlanningOptions? options = null) => PlanLines.Of(world, world.Plan(options ?? Docks.Options), Kind, ItemKind.MicrophoneGroup);
}
