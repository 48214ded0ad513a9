using RMF.Engine.Runs;
using RMF.Simulation.Tests.Lab;
using RMF.Simulator;

namespace RMF.Simulation.Tests;

public sealed class SmokeTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_generated_world_is_made_equal_in_one_run(bool sockets)
    {
        var world = World.Generate(new WorldShape { Cameras = 12, RecordersPerSite = 1, Missing = 0.6, Drift = 0.6, Seed = 8 });
        await using var duo = await Duo.StartAsync(world, d => Texts.TwoSites(d), new DuoOptions { Sockets = sockets });
        var run = await duo.PlanAsync();
        Assert.True(run.Plan.Summary.Create > 0);
        var report = await duo.ApplyAsync(run);
        Assert.True(report.Result == RunResultCode.InWantedState, Duo.Describe(report));
        var again = await duo.PlanAsync();
        Assert.True(again.Plan.Changes.Count == 0, Duo.Describe(again));
    }
}
