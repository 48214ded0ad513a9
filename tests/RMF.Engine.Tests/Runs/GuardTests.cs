using RMF.Core.Inventory;
using RMF.Engine.Runs;
using RMF.Engine.Tests.Fakes;

namespace RMF.Engine.Tests.Runs;

public sealed class GuardTests
{
    [Fact]
    public async Task The_first_run_in_a_new_direction_only_plans_until_a_person_allows_it_by_name()
    {
        var lab = await SyncedAsync(2);
        lab.Secondary.Set(ItemKind.Camera, "Camera 1", "description", Scalar.Text("Newer here"));
        Turn(lab, "restore");

        var run = await lab.PlanAsync();
        Assert.False(run.Plan.IsApplicable);
        var failure = await lab.FailToApplyAsync(run);
        Assert.Equal(("RMF2304", RunResultCode.GuardRefused), (failure.Code, failure.Result));
        Assert.Contains("The last run was a Backup, this one is a Restore: it would write 1 change to the primary side", failure.Message, StringComparison.Ordinal);
        Assert.Contains("-AllowGuard DirectionChanged", failure.Message, StringComparison.Ordinal);
        Assert.Equal("RMF2304", (await lab.FailToApplyAsync(run, "DeletePercent", "UpdatePercent")).Code);
        Assert.Empty(lab.Primary.Updates);

        Assert.Equal(RunResultCode.InWantedState, (await lab.ApplyAsync(run, "directionchanged")).Result);
        Assert.Equal("Newer here", lab.Primary.Item(ItemKind.Camera, "Camera 1").Properties.TextOf("description"));

        // From here on it is the direction.
        lab.Secondary.Set(ItemKind.Camera, "Camera 2", "description", Scalar.Text("Newer too"));
        Assert.Equal(RunResultCode.InWantedState, (await lab.SyncAsync()).Result);
    }

    [Fact]
    public async Task Running_an_empty_plan_in_a_new_direction_does_not_confirm_the_direction()
    {
        var lab = await SyncedAsync(1);
        Turn(lab, "restore");
        Assert.Equal(RunResultCode.InWantedState, (await lab.SyncAsync()).Result);
        lab.Secondary.Set(ItemKind.Camera, "Camera 1", "description", Scalar.Text("Newer here"));
        Assert.Equal("RMF2304", (await lab.FailToApplyAsync(await lab.PlanAsync())).Code);
    }

    [Fact]
    public async Task An_empty_first_run_sets_the_direction()
    {
        var lab = await SyncedAsync(1);
        Assert.Equal("Backup", lab.Store.State!.LastDirection);
    }

    [Fact]
    public async Task A_mass_edit_on_the_source_is_refused_until_it_is_allowed_and_drift_is_not()
    {
        var lab = await SyncedAsync(10);
        for (var i = 1; i <= 4; i++)
        {
            lab.Primary.Set(ItemKind.Camera, "Camera " + i, "description", Scalar.Text("Edited"));
        }

        var run = await lab.PlanAsync();
        var failure = await lab.FailToApplyAsync(run);
        Assert.Contains("The plan rewrites 4 of 10 camera pairs because the source changed; the limit is 3 (30 %).", failure.Message, StringComparison.Ordinal);
        Assert.Empty(lab.Secondary.Updates);
        Assert.Equal(RunResultCode.InWantedState, (await lab.ApplyAsync(run, "UpdatePercent")).Result);

        for (var i = 1; i <= 10; i++)
        {
            lab.Secondary.Set(ItemKind.Camera, "Camera " + i, "description", Scalar.Text("By hand"));
        }

        var repair = await lab.PlanAsync();
        Assert.Equal(10, repair.Plan.Drift.Count());
        Assert.Equal(RunResultCode.InWantedState, (await lab.ApplyAsync(repair)).Result);
    }

    [Fact]
    public async Task Two_guards_need_two_names()
    {
        var lab = await SyncedAsync(10);
        Turn(lab, "restore");
        for (var i = 1; i <= 10; i++)
        {
            lab.Secondary.Set(ItemKind.Camera, "Camera " + i, "description", Scalar.Text("Edited"));
        }

        var run = await lab.PlanAsync();
        Assert.Equal(["DirectionChanged", "UpdatePercent"], run.Plan.Guards.Select(g => g.Guard));
        Assert.DoesNotContain("DirectionChanged:", (await lab.FailToApplyAsync(run, "DirectionChanged")).Message, StringComparison.Ordinal);
        Assert.Equal("RMF2304", (await lab.FailToApplyAsync(run, "UpdatePercent")).Code);
        Assert.Equal(RunResultCode.InWantedState, (await lab.ApplyAsync(run, "UpdatePercent", "DirectionChanged")).Result);
    }

    private static void Turn(Lab lab, string direction) => lab.Policy = Lab.Read(Lab.PolicyText + Lab.Links + "direction: " + direction);

    private static async Task<Lab> SyncedAsync(int devices)
    {
        var lab = Lab.OfPairs(devices);
        await lab.SyncAsync();
        return lab;
    }
}
