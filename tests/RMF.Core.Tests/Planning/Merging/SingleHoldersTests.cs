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
