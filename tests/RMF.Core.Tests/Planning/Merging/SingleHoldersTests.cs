using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Planning;
using RMF.Testing.Worlds;

namespace RMF.Core.Tests.Planning.Merging;

/// <summary>One row of a camera's stream table is the live default, one is played, one is recorded to a track: also after rows came and went.</summary>
public sealed class SingleHoldersTests
{
    private static readonly PlanningOptions SelectionOff = SyncWorld.Backup with { Categories = [.. SyncWorld.AllCategories.Where(c => c != SyncCategory.StreamSelection)] };

    [Fact]
    public void Where_the_holder_goes_the_sources_holder_takes_over()
    {
        var agreed = World("One+ Two Three", "One Two+ Three").Remember(SelectionOff);
        var world = agreed with { Primary = World("One Three+", "One").Primary };
        Assert.Equal(
            ["stream[Three].defaultPlayback: false -> true", "stream[Three].liveDefault: false -> true", "stream[Three].recordTo:  -> Primary", "stream[Two].streamReferenceId goes"],
            Changes(world, SelectionOff));
    }

    [Fact]
    public void Where_the_target_lacks_the_sources_holder_the_first_free_row_takes_over()
    {
        var agreed = World("One Two", "One Two+").Remember(SelectionOff);

        // Row X is new on the source and no stream of the target's device.
        var world = agreed with { Primary = World("One X+", "One").Primary };
        Assert.Contains("stream[One].liveDefault: false -> true", Changes(world, SelectionOff));
    }

    [Fact]
    public void While_the_switch_is_off_a_choice_whose_holder_stays_is_nobodys_business()
    {
        var agreed = World("One+ Two Three", "One Two+ Three").Remember(SelectionOff);
        var world = agreed with { Primary = World("One+ Two", "One").Primary };
        Assert.Equal(["stream[Three].streamReferenceId goes"], Changes(world, SelectionOff));
    }

    [Fact]
    public void A_row_that_is_left_on_the_target_gives_its_choice_up_where_the_choice_is_kept_equal()
    {
        var world = World("One+", "One Two+");
        Assert.Equal(
            [
                "stream[One].defaultPlayback: false -> true", "stream[One].liveDefault: false -> true", "stream[One].recordTo:  -> Primary",
                "stream[Two].defaultPlayback: true -> false", "stream[Two].liveDefault: true -> false", "stream[Two].recordTo: Primary -> ",
            ],
            Changes(world, SyncWorld.Backup));
        Assert.Empty(Changes(World("One+", "One Two+"), SelectionOff));
    }

    [Fact]
    public void A_new_device_takes_the_sources_choice_although_the_switch_is_off()
    {
        var world = SyncWorld.OneToOne(r => r.Drivers("5").Hardware("10.0.0.1", h => h.Camera(0, "Gate", c => Fill(c, "One Two+"))), r => r.Drivers("5"));
        var streams = Assert.Single(world.Plan(SelectionOff).Changes, c => c.Kind == ItemKind.Streams);
        Assert.Contains(streams.Properties, p => p is { Path: "stream[Two].liveDefault", After: Scalar { Value: "true" } });

        // With the rows switched off the choice follows its own switch, and no row is added for it.
        var rowsOff = SelectionOff with { Categories = [SyncCategory.Hardware, SyncCategory.StreamSelection] };
        var choice = Assert.Single(world.Plan(rowsOff).Changes, c => c.Kind == ItemKind.Streams);
        Assert.DoesNotContain(choice.Properties, p => p.Path.EndsWith("streamReferenceId", StringComparison.Ordinal));
    }

    [Fact]
    public void A_list_whose_choice_the_plan_does_not_touch_is_not_looked_at()
    {
        var world = World("One+", "One+ Two+").Edit(Side.Primary, ItemKind.Streams, "Gate", p => p.With("stream", new ListValue([.. ((ListValue)p["stream"]!).Items.Cast<GroupValue>().Select(g => (PropertyValue)new GroupValue(g.Members.With("name", Scalar.Text("new"))))])));
        Assert.Contains(world.Plan().Changes, c => c.Kind == ItemKind.Streams && c.Properties.Any(p => p.Path == "stream[One].name"));
        Assert.Empty(Changes(world, SyncWorld.Backup));
    }

    [Fact]
    public void Only_a_row_that_holds_something_gives_it_up()
    {
        // Three holds nothing and says so by being silent.
        var world = Rows([("One", "Primary"), ("Two", "")], [("One", ""), ("Two", "Primary"), ("Three", null)]);
        Assert.Equal(["stream[One].recordTo:  -> Primary", "stream[Two].recordTo: Primary -> "], Changes(world, SyncWorld.Backup));
    }

    [Fact]
    public void A_row_of_the_target_alone_keeps_what_no_row_of_the_source_holds()
    {
        var world = Rows([("One", "Primary")], [("One", ""), ("Two", "Primary"), ("Three", "Secondary")]);
        Assert.Equal(["stream[One].recordTo:  -> Primary", "stream[Two].recordTo: Primary -> "], Changes(world, SyncWorld.Backup));
    }

    [Fact]
    public void A_row_of_the_target_alone_keeps_its_choice_while_the_sources_holder_is_not_there()
    {
        // Row X is no stream of the target's device, so that it does not come; another row of the source changes its track.
        var world = Rows([("One", "Other"), ("X", "Primary")], [("One", ""), ("Two", "Primary")]);
        Assert.Equal(["stream[One].recordTo:  -> Other"], Changes(world, SyncWorld.Backup));
    }

    [Fact]
    public void Where_every_row_holds_something_nobody_takes_over()
    {
        var agreed = Rows([("One", "Primary"), ("Two", "Secondary")], [("One", "Primary"), ("Two", "Secondary")]).Remember(SelectionOff);
        var world = agreed with { Primary = Rows([("Two", "Secondary")], [("One", null)]).Primary };
        Assert.Equal(["stream[One].streamReferenceId goes"], Changes(world, SelectionOff));
    }

    [Fact]
    public void A_row_that_was_silent_takes_over_in_the_holders_spelling()
    {
        var agreed = Rows([("One", "primary"), ("Two", null)], [("One", "PRIMARY"), ("Two", null)]).Remember(SelectionOff);
        var world = agreed with { Primary = Rows([("Two", "Primary")], [("One", null)]).Primary };
        Assert.Equal(["stream[One].streamReferenceId goes", "stream[Two].recordTo: absent -> PRIMARY"], Changes(world, SelectionOff));
    }

    /// <summary>One camera a side; each row with the track that it records to.</summary>
    private static SyncWorld Rows((string Stream, string? Track)[] primary, (string Stream, string? Track)[] secondary)
    {
        static void Fill(CameraBuilder camera, (string Stream, string? Track)[] rows)
        {
            foreach (var stream in new[] { "One", "Two", "Three" }.Concat(rows.Any(r => r.Stream == "X") ? ["X"] : []))
            {
                camera.VideoStream(stream);
            }

            foreach (var (stream, track) in rows)
            {
                camera.Uses(stream, track is null ? [] : [("recordTo", Scalar.Text(track))]);
            }
        }

        return SyncWorld.OneToOne(r => r.Hardware("10.0.0.1", h => h.Camera(0, "Gate", c => Fill(c, primary))), r => r.Hardware("10.0.0.1", h => h.Camera(0, "Gate", c => Fill(c, secondary))));
    }

    private static List<string> Changes(SyncWorld world, PlanningOptions options)
        => [.. world.Plan(options).Changes.Where(c => c is { Kind: ItemKind.Streams, Action: ChangeAction.Update }).SelectMany(c => c.Properties)
            .Where(p => p.Path.EndsWith("streamReferenceId", StringComparison.Ordinal) ? p.After is null : p.Path.Contains("efault", StringComparison.Ordinal) || p.Path.Contains("recordTo", StringComparison.Ordinal))
            .Where(p => p.After is not null || p.Path.EndsWith("streamReferenceId", StringComparison.Ordinal))
            .Select(p => p.After is null ? p.Path + " goes" : $"{p.Path}: {p.Before?.ToString() ?? "absent"} -> {p.After}")
            .Order(StringComparer.Ordinal)];

    /// <summary>One camera a side. The words are the rows of its stream table; a plus marks the row that holds every choice.</summary>
    private static SyncWorld World(string primary, string secondary)
        => SyncWorld.OneToOne(
            r => r.Drivers("5").Hardware("10.0.0.1", h => h.Camera(0, "Gate", c => Fill(c, primary))),
            r => r.Drivers("5").Hardware("10.0.0.1", h => h.Camera(0, "Gate", c => Fill(c, secondary))));

    private static void Fill(CameraBuilder camera, string rows)
    {
        foreach (var stream in new[] { "One", "Two", "Three" }.Concat(rows.Contains('X') ? ["X"] : []))
        {
            camera.VideoStream(stream);
        }

        foreach (var row in rows.Split(' '))
        {
            camera.Uses(row.TrimEnd('+'), ("liveDefault", Scalar.Boolean(row.EndsWith('+'))), ("defaultPlayback", Scalar.Boolean(row.EndsWith('+'))), ("recordTo", Scalar.Text(row.EndsWith('+') ? "Primary" : "")));
        }
    }
}
