using RMF.Core.Inventory;
using RMF.Core.Planning;
using RMF.Engine.Runs;
using RMF.Simulation.Tests.Lab;
using RMF.Simulation.Tests.Worlds;
using RMF.Simulator;
using Xunit.Abstractions;

namespace RMF.Simulation.Tests;

/// <summary>What a run leaves behind is what was asked for, and asking again changes nothing: over real requests, for random sites.</summary>
[Trait("Proof", "idempotence")]
public sealed class IdempotenceTests(ITestOutputHelper output)
{
    [Fact]
    public void Planning_again_after_a_run_is_empty_additions_included_and_so_is_a_restore_after_it()
        => SimSeed.Hold(200, output, async seed =>
        {
            var pair = new RandomPair(seed);
            await using var duo = await Duo.StartAsync(pair.Make(), d => pair.Policy(d), pair.Options);
            var run = await duo.PlanAsync();
            duo.ClearRequests();
            var report = await duo.ApplyAsync(run);
            Assert.True(report.Result == RunResultCode.InWantedState, Duo.Describe(report));
            OnlyManagedObjectsOfTheTargetWereWritten(duo, pair);

            var again = await duo.PlanAsync();
            Assert.True(again.Plan.IsEmpty && again.Plan.Summary is { Adopt: 0, Conflict: 0, Unknown: 0 }, Duo.Describe(again));
            Assert.All(again.Plan.Changes, c => Assert.True(c.Reason == ChangeReason.NeverAgreed || (c.Kind == ItemKind.CameraGroup && c.Reason == ChangeReason.NotSupportedByTarget), Duo.Describe([c])));

            duo.ClearRequests();
            Assert.Equal(RunResultCode.InWantedState, (await duo.ApplyAsync(again)).Result);
            Assert.Empty(duo.Primary.Requests.Writes());
            Assert.Empty(duo.Secondary.Requests.Writes());

            TheSidesAreEqual(duo, pair);
            var anew = await duo.PlanAnewAsync();
            Assert.True(anew.Plan.IsEmpty, "Nothing remembered: " + Duo.Describe(anew));

            duo.Policy = Duo.Read(pair.Policy(duo, "restore"));
            var restore = await duo.PlanAsync();
            Assert.True(restore.Plan.IsEmpty && restore.Plan.Guards.Count == 0, "Restore: " + Duo.Describe(restore));
        });

    private static void TheSidesAreEqual(Duo duo, RandomPair pair)
    {
        var pairs = Pairs.Of(duo.Primary, duo.Secondary).Where(p => pair.Manages(p.Name)).ToList();
        var managed = duo.Primary.Data.List("cameras").Count(c => pair.Manages(c.Name));
        Assert.Equal(managed, pairs.Count);
        Assert.Empty(pairs.SelectMany(p => Pairs.Differences(duo.Primary, duo.Secondary, p, pair.HasPattern, pair.SelectionIsOn)));
    }

    /// <summary>By the ids in the requests' paths: cameras that the selectors choose, their hardware, and recorders where a device is added.</summary>
    private static void OnlyManagedObjectsOfTheTargetWereWritten(Duo duo, RandomPair pair)
    {
        Assert.All(duo.Primary.Requests.Writes(), w => Assert.Contains(w.Route, new[] { "POST /hardware/{id}?task=ReadPasswordHardware", "POST /tasks/{id}?task=TaskCleanup" }));
        var cameras = Pairs.Of(duo.Primary, duo.Secondary).Where(p => pair.Manages(p.Name)).Select(p => p.Secondary).ToHashSet();
        var hardware = cameras.Select(c => Pairs.HardwareOf(duo.Secondary, c)).ToHashSet();
        var others = new[] { "microphones", "speakers", "metadata", "inputEvents", "outputs" }
            .SelectMany(duo.Secondary.Data.List).Where(d => hardware.Contains(d.ParentId!.Value)).Select(d => d.Id).ToHashSet();
        var profiles = duo.Secondary.Data.List("patrollingProfiles").Where(p => cameras.Contains(p.ParentId!.Value)).Select(p => p.Id).ToHashSet();
        foreach (var write in duo.Secondary.Requests.Writes())
        {
            var path = write.Target.Split('?')[0].Split('/', StringSplitOptions.RemoveEmptyEntries);
            // A group belongs to the site; only managed cameras may enter or leave it.
            if (path[^1] == "cameraGroups" || (path[^1] == "cameras" && path[^3] == "cameraGroups"))
            {
                Assert.True(path[^1] == "cameraGroups" || cameras.Any(c => write.Body!.Contains(c.ToString(), StringComparison.OrdinalIgnoreCase)), $"{write.Method} {write.Target} {write.Body}");
                continue;
            }

            var allowed = (path.FirstOrDefault(p => p is "ptzPresets" or "patrollingProfiles") ?? path[^2]) switch
            {
                "ptzPresets" or "patrollingProfiles" => path.Any(p => Guid.TryParse(p, out var id) && (cameras.Contains(id) || profiles.Contains(id))),
                "cameras" or "streams" or "motionDetections" or "privacyProtections" => cameras.Contains(Guid.Parse(path[^1])),
                "microphones" or "speakers" or "metadata" or "inputEvents" or "outputs" => hardware.Contains(duo.Secondary.Data.Find(path[^2], path[^1])!.ParentId!.Value),
                "settings" => cameras.Contains(Guid.Parse(path[^1])) || others.Contains(Guid.Parse(path[^1])),
                "hardware" => hardware.Contains(Guid.Parse(path[^1])),
                "recordingServers" => write.Route == "POST /recordingServers/{id}?task=AddHardware",
                "tasks" => write.Route == "POST /tasks/{id}?task=TaskCleanup",
                _ => false,
            };
            Assert.True(allowed, $"{write.Method} {write.Target} {write.Body}");
        }
    }
}
