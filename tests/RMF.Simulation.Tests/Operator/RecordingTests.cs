using RMF.Core.Inventory;
using RMF.Engine.Operator;
using RMF.Engine.Ports;
using RMF.Simulation.Tests.Lab;
using RMF.Simulator;

namespace RMF.Simulation.Tests.Operator;

[Trait("Proof", "both-sides")]
public sealed class RecordingTests
{
    private static readonly OperatorIntent Start = OperatorIntent.Record(on: true);
    private static readonly OperatorIntent Stop = OperatorIntent.Record(on: false);

    [Theory]
    [InlineData(Personality.V2025R2)]
    [InlineData(Personality.Next)]
    public async Task Recording_starts_and_stops_on_both_sides(Personality personality)
    {
        await using var lab = await OperatorLab.StartAsync(new DuoOptions { PersonalityOf = _ => personality });
        var (primary, secondary) = await lab.BothAsync(Start);
        Assert.Equal((SideStatus.Done, SideStatus.Done), (primary.Status, secondary.Status));
        Assert.Equal((true, true), await RecordsAsync(lab));
        Assert.Single(lab.Watched);
        Assert.Empty(await lab.FindAsync());
        Assert.Equal(personality == Personality.Next, lab.Duo.Primary.Requests.List().Any(r => r.Target.Contains("task=StartRecording", StringComparison.Ordinal)));

        (primary, secondary) = await lab.BothAsync(Stop);
        Assert.Equal((SideStatus.Done, SideStatus.Done), (primary.Status, secondary.Status));
        Assert.Equal((false, false), await RecordsAsync(lab));
        Assert.Empty(lab.Watched);
    }

    [Fact]
    public async Task Cameras_of_one_recording_server_go_in_one_call()
    {
        await using var lab = await OperatorLab.StartAsync();
        var reach = await lab.ReachAsync();
        lab.Duo.ClearRequests();
        var actions = reach.Cameras.Where(c => c.Secondary is not null).SelectMany(c => SideAction.OnBoth(c, Start)).ToList();
        var result = await lab.Sides.RunAsync(actions, reach, Remembering.WhenOtherSideDid, CancellationToken.None);
        Assert.Equal(4, result.Outcomes.Count(o => o.Status == SideStatus.Done));
        Assert.All(lab.Duo.Sites, s => Assert.Single(s.Requests.Writes(), w => w.Target.Contains("RecorderCommandService", StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task A_recording_that_ran_into_a_sides_failure_goes_on_at_the_other_and_is_resumed_when_the_side_is_back()
    {
        await using var lab = await OperatorLab.StartAsync();
        await lab.BothAsync(Start);
        var recorder = lab.Duo.Primary.Recorders[0].Name;
        var fault = lab.Duo.Primary.Faults.Add(Fault.RecorderOffline(recorder));
        lab.Duo.Primary.Faults.Remove(fault);

        Assert.Equal((false, true), await RecordsAsync(lab));
        var record = Assert.Single(await lab.FindAsync());
        Assert.Equal((Side.Primary, IntentKind.RecordingOn), (record.Side, record.Intent.Kind));
        Assert.Empty(await lab.FindAsync(resumes: false));
        Assert.True(Assert.Single(await lab.MendAsync()).IsDone);
        Assert.Equal((true, true), await RecordsAsync(lab));
        Assert.Empty(await lab.FindAsync());
    }

    [Fact]
    public async Task A_recording_that_has_ended_meanwhile_is_not_begun_again()
    {
        await using var lab = await OperatorLab.StartAsync();
        var (primary, secondary) = await lab.BothAsync(Start, await lab.ReachAsync(without: Side.Primary));
        Assert.Equal((SideStatus.Unreachable, SideStatus.Done), (primary.Status, secondary.Status));
        Assert.Single(lab.Records);
        Assert.Single(await lab.FindAsync());

        // Somebody stops it there.
        var reach = await lab.ReachAsync();
        await lab.Sides.RunAsync([new SideAction(OperatorLab.Camera(reach), Side.Secondary, Stop)], reach, Remembering.Never, CancellationToken.None);
        Assert.Empty(await lab.FindAsync());
        Assert.Empty(lab.Records);
        Assert.Empty(lab.Watched);
        Assert.Equal((false, false), await RecordsAsync(lab));
    }

    [Fact]
    public async Task A_side_that_was_away_is_stopped_when_it_is_back()
    {
        await using var lab = await OperatorLab.StartAsync();
        await lab.BothAsync(Start);
        await lab.BothAsync(Stop, await lab.ReachAsync(without: Side.Secondary));
        Assert.Equal((false, true), await RecordsAsync(lab));
        Assert.True(Assert.Single(await lab.MendAsync()).IsDone);
        Assert.Equal((false, false), await RecordsAsync(lab));
        Assert.Empty(lab.Records);
    }

    [Fact]
    public async Task A_lost_answer_is_looked_at_before_anybody_is_told()
    {
        await using var lab = await OperatorLab.StartAsync();
        lab.Duo.Secondary.Faults.Add(Fault.On(FaultKind.ResetAfterEffect, "POST", "*RecorderCommandService*"));
        var (primary, secondary) = await lab.BothAsync(Start);
        Assert.Equal((SideStatus.Done, SideStatus.Done), (primary.Status, secondary.Status));
        Assert.Equal((true, true), await RecordsAsync(lab));
    }

    [Fact]
    public async Task A_recording_server_that_is_away_is_one_sides_failure()
    {
        await using var lab = await OperatorLab.StartAsync();
        lab.Duo.Primary.Faults.Add(Fault.RecorderOffline(lab.Duo.Primary.Recorders[0].Name));
        var (primary, secondary) = await lab.BothAsync(Start);
        Assert.False(primary.IsDone);
        Assert.Equal(SideStatus.Done, secondary.Status);
        Assert.True(primary.IsRemembered);
        lab.Duo.Primary.Faults.Clear();
        Assert.True(Assert.Single(await lab.MendAsync()).IsDone);
        Assert.Equal((true, true), await RecordsAsync(lab));
    }

    private static async Task<(bool Primary, bool Secondary)> RecordsAsync(OperatorLab lab)
    {
        var reach = await lab.ReachAsync();
        var camera = OperatorLab.Camera(reach);
        return (await ReadAsync(reach, camera.Primary!), await ReadAsync(reach, camera.Secondary!));
    }

    private static async Task<bool> ReadAsync(CameraReach reach, SideCamera camera)
    {
        var read = await reach.Sites[camera.Site].Operator.Recording.ReadAsync([camera.Recorded!.Value], CancellationToken.None);
        var state = read[camera.Recorded.Value];
        Assert.True(state.Error is null, state.Error?.Message);
        return state.Value;
    }
}
