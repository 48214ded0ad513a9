using RMF.Engine.Plans;
using RMF.Engine.Runs;
using RMF.Engine.State;
using RMF.Simulation.Tests.Lab;
using RMF.Simulator;

namespace RMF.Simulation.Tests.Guards;

/// <summary>A plan that was saved, and is carried out on another machine: with a state folder of its own.</summary>
[Trait("Proof", "guards")]
public sealed class SavedPlanTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("rmf-saved-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task It_is_refused_without_the_state_with_an_older_one_and_with_another_history_and_taken_with_a_copy()
    {
        await using var duo = await Duo.StartAsync(World.Generate(new WorldShape { Cameras = 6, RecordersPerSite = 1 }), d => Texts.TwoSites(d));
        var here = Path.Combine(folder, "here.rmfstate.json");
        var request = await duo.RequestAsync() with { State = new FileStateStore(here) };
        await duo.ApplyAsync(await duo.PlanAsync(request));
        var old = Path.Combine(folder, "old.rmfstate.json");
        File.Copy(here, old);
        duo.Primary.Data.Set("cameras", duo.Primary.Data.List("cameras")[0].Id.ToString(), "description", "once");
        await duo.ApplyAsync(await duo.PlanAsync(request));
        duo.Primary.Data.Set("cameras", duo.Primary.Data.List("cameras")[0].Id.ToString(), "description", "twice");
        var planned = await duo.PlanAsync(request);
        Assert.True(PlanReader.Read(PlanWriter.ToBytes(planned.Plan), "p.json").TryGet(out var plan, out var unreadable), unreadable?.Message);
        duo.ClearRequests();

        foreach (var (where, path) in new[] { ("no state", Path.Combine(folder, "none.rmfstate.json")), ("an older one", old), ("another history", await OtherHistoryAsync()) })
        {
            var refused = await duo.Engine.AdoptPlanAsync(plan, request with { State = new FileStateStore(path) }, CancellationToken.None);
            Assert.True(refused.Failure is { Code: "RMF2303", Result: RunResultCode.PlanStale }, $"{where}: {refused.Failure}");
        }

        Assert.Empty(duo.Secondary.Requests.Writes());
        var copy = Path.Combine(folder, "copy.rmfstate.json");
        File.Copy(here, copy);
        var adopted = await duo.Engine.AdoptPlanAsync(plan, request with { State = new FileStateStore(copy) }, CancellationToken.None);
        Assert.Equal(RunResultCode.InWantedState, (await duo.ApplyAsync(adopted.Value!)).Result);

        // Done on the other machine: here the same plan does not fit any more.
        Assert.True((await duo.Engine.AdoptPlanAsync(plan, request, CancellationToken.None)).TryGet(out var late, out var stale), stale?.Message);
        Assert.Equal("RMF2301", (await duo.Engine.ApplyAsync(late, [], CancellationToken.None)).Failure!.Code);
    }

    private async Task<string> OtherHistoryAsync()
    {
        var path = Path.Combine(folder, "other.rmfstate.json");
        var store = new FileStateStore(path);
        for (var serial = 0; serial < 3; serial++)
        {
            Assert.Null((await store.SaveAsync((await store.LoadAsync(CancellationToken.None)).Value!.State ?? new StateDocument { Lineage = Guid.NewGuid(), FingerprintKey = new byte[32] }, serial, CancellationToken.None)).Failure);
        }

        return path;
    }
}
