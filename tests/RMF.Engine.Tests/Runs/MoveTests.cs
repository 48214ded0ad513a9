using RMF.Core.Inventory;
using RMF.Core.Planning;
using RMF.Engine.Ports;
using RMF.Engine.Runs;
using RMF.Engine.Tests.Fakes;
using RMF.Testing.Worlds;

namespace RMF.Engine.Tests.Runs;

/// <summary>Hardware follows its source to the linked recording server; what the server says of it is held against what is there then.</summary>
[Trait("Proof", "matrix")]
public sealed class MoveTests
{
    private static readonly string Policy = Lab.PolicyText.Replace("[REC-A1]", "[REC-A1, REC-A2]", StringComparison.Ordinal).Replace("[REC-B1]", "[REC-B1, REC-B2]", StringComparison.Ordinal)
        + "links: [ { primary: REC-A1, secondary: REC-B1 }, { primary: REC-A2, secondary: REC-B2 } ]\nlifecycle: { move: true }\n";

    [Fact]
    public async Task A_device_that_moved_on_the_source_follows()
    {
        var lab = await MovedAsync();
        Assert.Equal(RunResultCode.InWantedState, (await lab.SyncAsync()).Result);
        Assert.Equal(Recorder(lab), lab.Secondary.Item(ItemKind.Hardware, "Crane").Parent);
        Assert.Empty((await lab.PlanAsync()).Plan.Changes);
    }

    [Theory]
    [InlineData(SiteErrorKind.BadRequest)]
    [InlineData(SiteErrorKind.AlreadyExists)]
    [InlineData(SiteErrorKind.TaskFailed)]
    public async Task A_move_that_is_refused_because_an_earlier_one_has_just_ended_is_done(SiteErrorKind kind)
    {
        var lab = await MovedAsync();
        lab.Secondary.OnMove = (hardware, recorder) =>
        {
            lab.Secondary.Hang(hardware, recorder);
            return new WriteResult(WriteStatus.Failed, MemorySite.Error(kind, "it hangs there"), hardware);
        };
        var report = await lab.SyncAsync();
        Assert.Equal((RunResultCode.InWantedState, ChangeStatus.Verified, "it hung there already"), (report.Result, Move(report).Status, Move(report).Reason));
        Assert.Empty((await lab.PlanAsync()).Plan.Changes);
    }

    [Theory]
    [InlineData(SiteErrorKind.BadRequest, true)]
    [InlineData(SiteErrorKind.TaskFailed, true)]
    [InlineData(SiteErrorKind.Forbidden, false)]
    public async Task A_move_that_is_refused_and_not_done_is_told_with_what_the_server_said(SiteErrorKind kind, bool readsBack)
    {
        var lab = await MovedAsync();
        lab.Secondary.OnMove = (hardware, _) => new WriteResult(WriteStatus.Failed, MemorySite.Error(kind, "not now"), hardware);
        var report = await lab.SyncAsync();
        var move = Move(report);
        Assert.Equal((RunResultCode.PartlyApplied, ChangeStatus.Failed), (report.Result, move.Status));
        Assert.Contains("not now", move.Reason);
        Assert.Equal(readsBack, move.Reason!.Contains("it hangs where it was", StringComparison.Ordinal));
        Assert.Single((await lab.PlanAsync()).Plan.Changes, static c => c.Action == ChangeAction.Move);
    }

    private static async Task<Lab> MovedAsync()
    {
        static void Crane(RecorderBuilder recorder) => recorder.Hardware("10.0.0.1", static h => h.Named("Crane").Mac("00408c000001").Camera(0, "Crane cam"));
        static SiteBuilder Site(string name, string first, string second) => new SiteBuilder(name)
            .Recorder(first, static r => Crane(r.Storage("Days", isDefault: true).Drivers("5")))
            .Recorder(second, static r => r.Storage("Days", isDefault: true).Drivers("5"));

        var lab = new Lab(Site("a", "REC-A1", "REC-A2").Build(), Site("b", "REC-B1", "REC-B2").Build()) { Policy = Lab.Read(Policy) };
        Assert.Equal(RunResultCode.InWantedState, (await lab.SyncAsync()).Result);
        lab.Primary.Hang(lab.Primary.Item(ItemKind.Hardware, "Crane").Key, lab.Primary.Item(ItemKind.RecordingServer, "REC-A2").Key);
        return lab;
    }

    private static ItemKey Recorder(Lab lab) => lab.Secondary.Item(ItemKind.RecordingServer, "REC-B2").Key;

    private static ChangeResult Move(RunReport report) => report.Results.Single(static r => r.Change.Action == ChangeAction.Move);
}
