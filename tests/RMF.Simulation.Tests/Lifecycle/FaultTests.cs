using RMF.Engine.Runs;
using RMF.Simulation.Tests.Lab;
using RMF.Simulator;

namespace RMF.Simulation.Tests.Lifecycle;

/// <summary>A target that fails in the middle: what was not done is done by the next run, and nothing is done twice.</summary>
[Trait("Proof", "matrix")]
public sealed class FaultTests
{
    [Fact]
    public async Task A_recording_server_that_is_away_holds_up_its_own_devices_and_the_next_run_goes_on()
    {
        await using var lab = await LifecycleLab.StartAsync(new Column("backup", "1:1"));
        await lab.MoveAsync(lab.AnyHardware(0), 1);
        await lab.ReplaceAsync(lab.AnyHardware(0), otherModel: false);
        lab.Delete(lab.AnyHardware(2));
        var run = await lab.Duo.PlanAsync();
        var away = lab.Target.Faults.Add(Fault.RecorderOffline(lab.Target.Recorders[0].Name));
        Assert.Equal(RunResultCode.PartlyApplied, (await lab.Duo.ApplyAsync(run)).Result);

        lab.Target.Faults.Remove(away);
        Assert.Equal(RunResultCode.InWantedState, (await lab.Duo.SyncAsync()).Result);
        lab.AssertEqual();
    }

    [Theory]
    [InlineData("MoveHardware")]
    [InlineData("Delete")]
    public async Task An_answer_that_is_lost_after_its_effect_is_read_back(string operation)
    {
        await using var lab = await LifecycleLab.StartAsync(new Column("backup", "1:1"));
        if (operation == "Delete")
        {
            lab.Delete(lab.AnyHardware(1));
            lab.Target.Faults.Add(new Fault { Kind = FaultKind.ResetAfterEffect, Method = "DELETE", Count = 1 });
        }
        else
        {
            await lab.MoveAsync(lab.AnyHardware(0), 1);
            lab.Target.Faults.Add(new Fault { Kind = FaultKind.ResetAfterEffect, Method = "POST", Path = "*task=TaskCleanup*", Count = 1 });
        }

        Assert.Equal(RunResultCode.InWantedState, (await lab.Duo.SyncAsync()).Result);
        lab.AssertEqual();
        Assert.Empty((await lab.Duo.PlanAsync()).Plan.Changes);
    }
}
