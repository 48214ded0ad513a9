using RMF.Core.Planning;
using RMF.Engine.Runs;
using RMF.Simulation.Tests.Lab;
using RMF.Simulator;

namespace RMF.Simulation.Tests.Lifecycle;

/// <summary>Every cell of the lifecycle matrix over real requests: what it allows makes the target equal in one run, what it does not allow writes nothing and is reported.</summary>
[Trait("Proof", "matrix")]
public sealed class MatrixTests
{
    public static TheoryData<string, string> Columns()
    {
        var data = new TheoryData<string, string>();
        foreach (var column in Column.All)
        {
            data.Add(column.Direction, column.Mode);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Columns))]
    public async Task Add(string direction, string mode)
    {
        await using var lab = await LifecycleLab.StartAsync(new Column(direction, mode));
        // Where the last of the secondaries serves two primaries, a restore cannot know which is meant; the first serves one.
        lab.Add(lab.Column.Places ? 0 : 1);
        lab.Add(1);
        if (lab.Column.Places)
        {
            await IsFollowedAsync(lab, ChangeAction.Create, 2);
            return;
        }

        var run = await IsLeftAloneAsync(lab);
        Assert.True(lab.Column.IsManual || run.Findings.Any(f => f.Item.Name.StartsWith("Added", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Columns))]
    public async Task Move(string direction, string mode)
    {
        await using var lab = await LifecycleLab.StartAsync(new Column(direction, mode));
        var hardware = lab.AnyHardware(0);
        await lab.MoveAsync(hardware, 1);
        if (lab.Column.Places)
        {
            await IsFollowedAsync(lab, ChangeAction.Move, 1);
            return;
        }

        var run = await IsLeftAloneAsync(lab, mayUpdate: true);
        var reported = run.Plan.Changes.Where(c => c.Reason == ChangeReason.DeviceMoved).ToList();
        if (lab.Column is { IsManual: true, IsRestore: false })
        {
            // The map names the camera and its secondary: where the primary one hangs does not matter.
            Assert.Empty(reported);
            return;
        }

        Assert.Equal((ChangeAction.Unsupported, lab.Target.Name), (Assert.Single(reported).Action, reported[0].Site));
    }

    [Theory]
    [MemberData(nameof(Columns))]
    public async Task Replace_by_another_device_of_the_same_model(string direction, string mode)
    {
        await using var lab = await LifecycleLab.StartAsync(new Column(direction, mode));
        await lab.ReplaceAsync(lab.AnyHardware(1), otherModel: false);
        await IsFollowedAsync(lab, ChangeAction.Replace, 1);
    }

    [Theory]
    [MemberData(nameof(Columns))]
    public async Task Replace_by_a_device_with_another_driver(string direction, string mode)
    {
        await using var lab = await LifecycleLab.StartAsync(new Column(direction, mode));
        await lab.ReplaceAsync(lab.AnyHardware(1), otherModel: true);
        await IsFollowedAsync(lab, ChangeAction.Replace, 1);
    }

    [Theory]
    [MemberData(nameof(Columns))]
    public async Task Replace_of_the_address_alone(string direction, string mode)
    {
        await using var lab = await LifecycleLab.StartAsync(new Column(direction, mode));
        lab.Readdress(lab.AnyHardware(1));
        await IsFollowedAsync(lab, ChangeAction.Replace, 1);
        Assert.DoesNotContain(lab.Target.Requests.Writes(), w => w.Route.Contains("ReplaceHardware", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Columns))]
    public async Task Delete(string direction, string mode)
    {
        await using var lab = await LifecycleLab.StartAsync(new Column(direction, mode));
        lab.Delete(lab.AnyHardware(1));
        await IsFollowedAsync(lab, ChangeAction.Delete, 1);
    }

    [Theory]
    [MemberData(nameof(Columns))]
    public async Task Nothing_but_adding_is_done_unless_the_policy_says_so(string direction, string mode)
    {
        await using var lab = await LifecycleLab.StartAsync(new Column(direction, mode), "{ add: false }");
        lab.Add(0);
        await lab.MoveAsync(lab.AnyHardware(0), 1);
        await lab.ReplaceAsync(lab.AnyHardware(1, skip: 1), otherModel: false);
        lab.Delete(lab.AnyHardware(1, skip: 2));
        await IsLeftAloneAsync(lab, mayUpdate: true);
    }

    private static async Task IsFollowedAsync(LifecycleLab lab, ChangeAction action, int count)
    {
        var run = await lab.Duo.PlanAsync();
        Assert.True(run.Plan.Changes.Count(c => c.Action == action) == count, Duo.Describe(run));
        Assert.True(run.Plan.Guards.Count == 0, string.Join(' ', run.Plan.Guards));
        lab.Duo.ClearRequests();
        var report = await lab.Duo.ApplyAsync(run);
        Assert.True(report.Result == RunResultCode.InWantedState, Duo.Describe(report));
        Assert.All(lab.Source.Requests.Writes(), w => Assert.Contains(w.Route, new[] { "POST /hardware/{id}?task=ReadPasswordHardware", "POST /tasks/{id}?task=TaskCleanup" }));
        lab.AssertEqual();
        var again = await lab.Duo.PlanAsync();
        Assert.True(again.Plan.Changes.Count == 0, "again: " + Duo.Describe(again));
    }

    private static async Task<PreparedRun> IsLeftAloneAsync(LifecycleLab lab, bool mayUpdate = false)
    {
        var before = lab.Devices(lab.Target);
        var run = await lab.Duo.PlanAsync();
        Assert.DoesNotContain(run.Plan.Changes, c => c.Writes && (!mayUpdate || c.Action != ChangeAction.Update));
        lab.Duo.ClearRequests();
        await lab.Duo.ApplyAsync(run);
        Assert.Equal(before, lab.Devices(lab.Target));
        return run;
    }
}
