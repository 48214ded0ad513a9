using RMF.Core.Inventory;
using RMF.Engine.Ports;
using RMF.Engine.Runs;
using RMF.Engine.Tests.Fakes;

namespace RMF.Engine.Tests.Applying;

public sealed class PlanVerifierTests
{
    [Fact]
    public async Task What_the_server_confirmed_and_did_not_do_has_diverged()
    {
        var (report, _) = await RunAsync(_ => Effect.Ignored);
        Assert.Equal(RunResultCode.NotVerified, report.Result);
        Assert.Equal((ChangeStatus.Diverged, "the server confirmed it and holds another value: description should be 'Wanted'"), Only(report));
    }

    [Fact]
    public async Task What_the_server_changed_on_its_own_has_diverged()
    {
        var (report, lab) = await RunAsync(_ => Effect.Taken with { Instead = Scalar.Text("WANTED!") });
        Assert.Equal(ChangeStatus.Diverged, Only(report).Status);
        Assert.Equal(1, (await lab.PlanAsync()).Plan.Summary.Writes);
    }

    [Fact]
    public async Task A_lost_answer_is_read_back_and_found_to_have_taken_effect()
    {
        var (report, lab) = await RunAsync(_ => Effect.LostAfter);
        Assert.Equal((RunResultCode.InWantedState, ChangeStatus.Verified), (report.Result, Only(report).Status));
        Assert.Single(lab.Secondary.Updates);
        Assert.Empty((await lab.PlanAsync()).Plan.Changes);
    }

    [Fact]
    public async Task A_lost_answer_is_read_back_and_found_to_have_had_no_effect()
    {
        var (report, lab) = await RunAsync(_ => Effect.LostBefore);
        Assert.Equal(RunResultCode.PartlyApplied, report.Result);
        Assert.Equal((ChangeStatus.Failed, "the answer was lost Look at the test. Read back: it did not take effect: description should be 'Wanted'"), Only(report));
        Assert.Single(lab.Secondary.Updates);
        lab.Secondary.OnUpdate = _ => Effect.Taken;
        Assert.Equal(RunResultCode.InWantedState, (await lab.SyncAsync()).Result);
    }

    [Fact]
    public async Task What_cannot_be_read_back_is_unverifiable()
    {
        var written = false;
        var (report, _) = await RunAsync(
            _ =>
            {
                written = true;
                return Effect.Taken;
            },
            lab => lab.Secondary.OnReadAgain = _ => written ? MemorySite.Error(SiteErrorKind.Timeout, "no answer in time") : (Outcome<Item?>?)null);
        Assert.Equal(RunResultCode.NotVerified, report.Result);
        Assert.Equal((ChangeStatus.Unverifiable, "could not be read back: no answer in time"), Only(report));
    }

    [Fact]
    public async Task What_was_deleted_meanwhile_is_unverifiable()
    {
        var (report, _) = await RunAsync(
            _ => Effect.Taken,
            lab => lab.Secondary.OnReadAgain = key => lab.Secondary.Updates.Count > 0 ? Outcome<Item?>.Of(null) : (Outcome<Item?>?)null);
        Assert.Equal((ChangeStatus.Unverifiable, "could not be read back: it does not exist any more"), Only(report));
    }

    [Fact]
    public async Task What_was_refused_is_not_read_back()
    {
        var (report, lab) = await RunAsync(_ => Effect.Refused);
        Assert.Equal(ChangeStatus.Failed, Only(report).Status);

        // Once for the check before the first write.
        Assert.Single(lab.Secondary.ReadAgain);
    }

    private static (ChangeStatus Status, string? Reason) Only(RunReport report)
    {
        var result = Assert.Single(report.Results, r => r.Change.Writes);
        return (result.Status, result.Reason);
    }

    private static async Task<(RunReport Report, Lab Lab)> RunAsync(Func<ItemUpdate, Effect> effect, Action<Lab>? more = null)
    {
        var lab = Lab.OfPairs(1);
        lab.Primary.Set(ItemKind.Camera, "Camera 1", "description", Scalar.Text("Wanted"));
        lab.Secondary.OnUpdate = effect;
        more?.Invoke(lab);
        return (await lab.SyncAsync(), lab);
    }
}
