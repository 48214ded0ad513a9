using RMF.Core.Planning;
using RMF.Engine.Runs;
using RMF.Simulation.Tests.Lab;
using RMF.Simulator;

namespace RMF.Simulation.Tests.Kinds;

/// <summary>Shared views over requests: made and kept equal, with the ids of cameras translated in both places of a tile.</summary>
[Trait("Proof", "kinds")]
public sealed class ViewKindTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_missing_view_is_made_with_the_targets_own_cameras(double missing)
    {
        await using var duo = await StartAsync(missing);
        var report = await duo.SyncAsync();
        Assert.True(report.Result == RunResultCode.InWantedState, Duo.Describe(report));
        TilesShow(duo, "Gate 1 camera 00", "Gate 1 camera 01");
        await NothingIsLeftAsync(duo);
    }

    [Fact]
    public async Task Drift_of_a_view_is_found_and_repaired()
    {
        await using var duo = await StartAsync(0);
        await duo.SyncAsync();
        var target = duo.Secondary.Data;
        var first = (string)target.Get("views", "Gates", "viewItem[0].viewItemDefinitionXml")!;
        var second = (string)target.Get("views", "Gates", "viewItem[1].viewItemDefinitionXml")!;
        target.Set("views", "Gates", "viewItem[0].viewItemDefinitionXml", second);
        target.Set("views", "Gates", "shortcut", "7");
        target.Set("viewGroups", "Guards", "description", "changed by hand");
        var run = await duo.PlanAsync();
        Assert.True(run.Plan.Summary.Drift >= 3, Duo.Describe(run));
        var report = await duo.ApplyAsync(run);
        Assert.True(report.Result == RunResultCode.InWantedState, Duo.Describe(report));
        Assert.Equal(first, target.Get("views", "Gates", "viewItem[0].viewItemDefinitionXml"));
        Assert.Equal("", target.Get("views", "Gates", "shortcut"));
        await NothingIsLeftAsync(duo);
    }

    [Fact]
    public async Task A_view_of_the_target_alone_stays()
    {
        await using var duo = await StartAsync(0);
        await duo.SyncAsync();
        duo.Secondary.Data.Add("views", "viewGroups", "Guards", new Dictionary<string, object>(StringComparer.Ordinal) { ["name"] = "Local" });
        await NothingIsLeftAsync(duo);
        Assert.NotNull(duo.Secondary.Data.Find("views", "Local"));
    }

    private static void TilesShow(Duo duo, params string[] cameras)
    {
        for (var i = 0; i < cameras.Length; i++)
        {
            var id = duo.Secondary.Data.Find("cameras", cameras[i])!.Id.ToString();
            var xml = (string)duo.Secondary.Data.Get("views", "Gates", $"viewItem[{i.ToString(System.Globalization.CultureInfo.InvariantCulture)}].viewItemDefinitionXml")!;
            Assert.Equal(3, xml.Split(id).Length);
            Assert.DoesNotContain(duo.Primary.Data.Find("cameras", cameras[i])!.Id.ToString(), xml, StringComparison.Ordinal);
        }
    }

    private static async Task<Duo> StartAsync(double missing)
    {
        var world = World.Generate(new WorldShape { Cameras = 6, RecordersPerSite = 1, Missing = missing, Drift = 0, Seed = 8 });
        var views = new WorldViewGroup { Name = "Guards", Description = "For the guards", Views = [new("Gates", ["Gate 1 camera 00", "Gate 1 camera 01"])] };
        var sites = world.Sites.Select((s, i) => s with { ViewGroups = i == 0 ? [views] : [], CameraGroups = [] });
        return await Duo.StartAsync(new World("views", sites, world.Seed, models: world.Models), d => Texts.TwoSites(d));
    }

    private static async Task NothingIsLeftAsync(Duo duo)
    {
        var again = await duo.PlanAsync();
        Assert.True(again.Plan.Changes.Count == 0, Duo.Describe(again));
    }
}
