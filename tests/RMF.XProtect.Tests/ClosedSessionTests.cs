using System.Runtime.CompilerServices;
using RMF.Core.Inventory;
using RMF.Engine.Ports;
using RMF.Simulator;
using RMF.Testing;
using RMF.XProtect.Tests.Fakes;

namespace RMF.XProtect.Tests;

/// <summary>A console and a Smart Client connect many times in one process. What was read belongs to the session and goes with it.</summary>
public sealed class ClosedSessionTests
{
    [Fact]
    public async Task What_a_closed_session_has_read_is_not_held_on_to()
    {
        // The name of a member is an object of the session's own cache.
        var names = new List<WeakReference>();
        for (var visit = 0; visit < 5; visit++)
        {
            names.Add(await VisitAsync());
        }

        for (var i = 0; i < 50 && names.Exists(static n => n.IsAlive); i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Delay(20);
        }

        Assert.Equal(0, names.Count(static n => n.IsAlive));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> VisitAsync()
    {
        var time = new ManualTimeProvider { AutoAdvance = true, AutoAdvanceLimit = TimeSpan.FromSeconds(90) };
        var world = World.Generate(new WorldShape { Cameras = 8, RecordersPerSite = 1, Seed = 4 });
        await using var simulated = await Simulated.InProcessAsync(world.Sites[0], time: time);
        var snapshot = await simulated.SnapshotAsync(ItemKind.Hardware, ItemKind.Camera, ItemKind.Settings);
        return new WeakReference(snapshot.OfKind(ItemKind.Settings)[0].Properties.First(static p => p.Key != "displayName").Key);
    }
}
