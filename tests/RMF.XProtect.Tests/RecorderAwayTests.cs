using RMF.Core.Inventory;
using RMF.Simulator;
using RMF.Testing;
using RMF.XProtect.Tests.Fakes;

namespace RMF.XProtect.Tests;

/// <summary>Reading a site of which one recording server does not answer.</summary>
public sealed class RecorderAwayTests
{
    [Fact]
    public async Task A_recorder_that_does_not_answer_is_given_up_and_the_others_are_read_in_full()
    {
        var time = new ManualTimeProvider { AutoAdvance = true, AutoAdvanceLimit = TimeSpan.FromSeconds(90) };
        var world = World.Generate(new WorldShape { Cameras = 160, RecordersPerSite = 2, Seed = 4 });
        await using var simulated = await Simulated.InProcessAsync(world.Sites[0], time: time);
        var (away, there) = (simulated.Server.Recorders[0], simulated.Server.Recorders[1]);
        simulated.Server.Faults.Add(Fault.RecorderOffline(away.Name));
        var snapshot = await simulated.SnapshotAsync(ItemKind.RecordingServer, ItemKind.Hardware, ItemKind.HardwareDriverSettings);

        var devices = snapshot.OfKind(ItemKind.Hardware).ToLookup(h => h.Parent!.Value.Id);
        var part = snapshot.PartOf(ItemKind.HardwareDriverSettings);
        Assert.Equal(devices[away.Id.ToString()].Select(h => h.Key.Id).Order(), part.Unread.Keys.Order());
        Assert.Equal(devices[there.Id.ToString()].Count(), snapshot.OfKind(ItemKind.HardwareDriverSettings).Count);

        var asked = simulated.Server.Requests.List().Where(r => r.Target.Contains("hardwareDriverSettings/", StringComparison.Ordinal)).Select(r => r.Target).ToHashSet(StringComparer.Ordinal);
        var tried = devices[away.Id.ToString()].Count(h => asked.Any(t => t.Contains(h.Key.Id, StringComparison.OrdinalIgnoreCase)));
        Assert.InRange(tried, 1, devices[away.Id.ToString()].Count() / 2);
        Assert.Contains(part.Unread.Values, r => r.StartsWith("not tried any more", StringComparison.Ordinal));
    }
}
