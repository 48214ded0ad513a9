using RMF.Engine.Runs;
using RMF.Simulation.Tests.Lab;

namespace RMF.Simulation.Tests.Lifecycle;

/// <summary>The first run in a new direction plans, and writes only when a person has allowed it by name.</summary>
[Trait("Proof", "matrix")]
public sealed class DirectionTests
{
    [Theory]
    [InlineData("backup", "restore")]
    [InlineData("restore", "backup")]
    public async Task A_turned_direction_only_plans_until_it_is_confirmed(string first, string then)
    {
        await using var lab = await LifecycleLab.StartAsync(new Column(first, "1:1"));
        var camera = lab.Target.Data.List("cameras")[0];
        lab.Target.Data.Set("cameras", camera.Id.ToString(), "description", "set on the new source");
        lab.Duo.Policy = Duo.Read(LifecycleLab.Policy(lab.Duo, new Column(then, "1:1"), "{ add: true, replace: true, move: true, delete: true }"));
        lab.Duo.ClearRequests();

        var run = await lab.Duo.PlanAsync();
        Assert.Equal("DirectionChanged", Assert.Single(run.Plan.Guards).Guard);
        var refused = await lab.Duo.Engine.ApplyAsync(run, [], CancellationToken.None);
        Assert.Equal(("RMF2304", RunResultCode.GuardRefused), (refused.Failure?.Code, refused.Failure?.Result));
        Assert.Empty(lab.Source.Requests.Writes());
        Assert.Empty(lab.Target.Requests.Writes());

        Assert.Equal(RunResultCode.InWantedState, (await lab.Duo.ApplyAsync(run, "DirectionChanged")).Result);
        Assert.Contains("set on the new source", lab.Source.Data.List("cameras").Select(c => (string?)lab.Source.Data.Get("cameras", c.Id.ToString(), "description")));
        var again = await lab.Duo.PlanAsync();
        Assert.Empty(again.Plan.Guards);
        Assert.Empty(again.Plan.Changes);
    }
}
