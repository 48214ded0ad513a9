using RMF.Core.Inventory;
using RMF.Core.Planning;
using RMF.Engine.Runs;
using RMF.Simulation.Tests.Lab;
using RMF.Simulator;

namespace RMF.Simulation.Tests.Kinds;

/// <summary>High-availability views over requests: made of the primary's native views, with the cameras of both sides in each tile.</summary>
[Trait("Proof", "kinds")]
public sealed class HighAvailabilityViewTests
{
    private const string View = "Gates (HA)";

    [Theory]
    [InlineData(0, "{ native: false, highAvailability: true }", false, true)]
    [InlineData(0, "{ native: true, highAvailability: false }", true, false)]
    [InlineData(0, "{ native: true, highAvailability: true }", true, true)]
    [InlineData(1, "{ native: true, highAvailability: true }", true, true)]
    public async Task Each_kind_of_view_is_switched_alone_and_a_second_plan_is_empty(double missing, string views, bool native, bool ha)
    {
        await using var duo = await StartAsync(missing, views);
        await InWantedStateAsync(duo, await duo.PlanAsync());
        Assert.Equal(native, duo.Secondary.Data.Find("views", "Gates") is not null);
        Assert.Equal(ha, duo.Secondary.Data.Find("views", View) is not null);
        Assert.Null(duo.Primary.Data.Find("views", View));
    }

    [Fact]
    public async Task A_tile_names_the_cameras_of_both_sides()
    {
        await using var duo = await StartAsync(1, "{ native: false, highAvailability: true }");
        await InWantedStateAsync(duo, await duo.PlanAsync());
        var (north, south) = (IdOf(duo.Primary, "sites", 0), IdOf(duo.Secondary, "sites", 0));
        for (var i = 0; i < 2; i++)
        {
            var xml = Tile(duo, i);
            var name = FormattableString.Invariant($"Gate 1 camera 0{i}");
            Assert.Contains($"name=\"rmf.primary\" value=\"{north}/{duo.Primary.Data.Find("cameras", name)!.Id}\"", xml, StringComparison.Ordinal);
            Assert.Contains($"name=\"rmf.secondary\" value=\"{south}/{duo.Secondary.Data.Find("cameras", name)!.Id}\"", xml, StringComparison.Ordinal);
            Assert.Contains($"name=\"rmf.name\" value=\"{name}\"", xml, StringComparison.Ordinal);
            Assert.DoesNotContain("{", xml, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Drift_and_edits_are_found_and_repaired()
    {
        await using var duo = await StartAsync(0, "{ native: true, highAvailability: true }");
        await InWantedStateAsync(duo, await duo.PlanAsync());
        var first = Tile(duo, 0);
        duo.Secondary.Data.Set("views", View, "viewItem[0].viewItemDefinitionXml", Tile(duo, 1));
        duo.Secondary.Data.Set("views", View, "layoutViewItems", "<ViewItems />");
        var drift = await duo.PlanAsync();
        var change = Assert.Single(drift.Plan.Changes);
        Assert.Equal((ItemKind.HighAvailabilityView, ChangeReason.TargetDrifted, "secondary/haView/Guards/" + View), (change.Kind, change.Reason, change.Address));
        await InWantedStateAsync(duo, drift);
        Assert.Equal(first, Tile(duo, 0));

        duo.Primary.Data.Set("cameras", "Gate 1 camera 00", "name", "North gate");
        duo.Primary.Data.Set("views", "Gates", "name", "All gates");
        await InWantedStateAsync(duo, await duo.PlanAsync());
        Assert.Contains("value=\"North gate\"", (string)duo.Secondary.Data.Get("views", "All gates (HA)", "viewItem[0].viewItemDefinitionXml")!, StringComparison.Ordinal);
        Assert.NotNull(duo.Secondary.Data.Find("views", "All gates"));
    }

    [Fact]
    public async Task A_restore_takes_no_high_availability_view_back()
    {
        await using var duo = await StartAsync(0, "{ native: true, highAvailability: true }");
        await InWantedStateAsync(duo, await duo.PlanAsync());
        duo.Policy = Duo.Read(Texts.TwoSites(duo, "direction: restore\nsynchronize: { views: { native: true, highAvailability: true }, groups: false }"));
        var run = await duo.PlanAsync();
        Assert.True(run.Plan.IsEmpty, Duo.Describe(run));
        Assert.Null(duo.Primary.Data.Find("views", View));
    }

    private static string Tile(Duo duo, int position)
        => (string)duo.Secondary.Data.Get("views", View, FormattableString.Invariant($"viewItem[{position}].viewItemDefinitionXml"))!;

    private static Guid IdOf(SimulatedSite site, string resource, int at) => site.Data.List(resource)[at].Id;

    private static async Task<Duo> StartAsync(double missing, string views)
    {
        var world = World.Generate(new WorldShape { Cameras = 6, RecordersPerSite = 1, Missing = missing, Drift = 0, Seed = 8 });
        var group = new WorldViewGroup { Name = "Guards", Views = [new("Gates", ["Gate 1 camera 00", "Gate 1 camera 01"])] };
        var sites = world.Sites.Select((s, i) => s with { ViewGroups = i == 0 ? [group] : [], CameraGroups = [] });
        return await Duo.StartAsync(new World("ha", sites, world.Seed, models: world.Models), d => Texts.TwoSites(d, $"synchronize: {{ views: {views}, groups: false }}"));
    }

    private static async Task InWantedStateAsync(Duo duo, PreparedRun run)
    {
        Assert.False(run.Plan.IsEmpty);
        var report = await duo.ApplyAsync(run, "UpdatePercent");
        Assert.True(report.Result == RunResultCode.InWantedState, Duo.Describe(report));
        var again = await duo.PlanAsync();
        Assert.True(again.Plan.Changes.Count == 0, Duo.Describe(again));
    }
}
