using RMF.Core.Inventory;
using RMF.Core.Planning.Guards;
using RMF.Engine.Runs;
using RMF.Engine.Tests.Fakes;

namespace RMF.Engine.Tests.Runs;

/// <summary>When a site is asked for its evidence locks, and what comes of its answer.</summary>
[Trait("Proof", "guards")]
public sealed class EvidenceLockTests
{
    private const string Delete = "lifecycle: { delete: true }\n";
    private const string Guard = "RecorderWithEvidenceLock";

    private readonly Lab lab = Lab.OfPairs(10, Delete);
    private readonly List<IReadOnlyCollection<ItemKey>> asked = [];

    [Fact]
    public async Task A_plan_that_deletes_nothing_asks_nobody()
    {
        Tell(EvidenceLocks.NotKnown("it is off"));
        await lab.SyncAsync();
        lab.Primary.Set(ItemKind.Camera, "Camera 1", "description", Scalar.Text("edited"));
        Assert.NotNull(Lab.OnlyWrite(await lab.PlanAsync()));
        Assert.Empty(asked);
    }

    [Fact]
    public async Task A_plan_with_several_deletes_asks_the_target_once_for_the_devices_of_all()
    {
        Tell(EvidenceLocks.None);
        await lab.SyncAsync();
        Forget(1, 2);
        Assert.True((await lab.PlanAsync()).Plan.IsApplicable);
        var devices = Assert.Single(asked);
        Assert.Equal(new HashSet<ItemKey> { Camera(1), Camera(2) }, [.. devices.Where(d => d.Kind == ItemKind.Camera)]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_locked_or_unknown_device_is_deleted_when_this_guard_is_allowed_by_its_name_alone(bool isLocked)
    {
        await lab.SyncAsync();
        Forget(1);
        Tell(isLocked ? new EvidenceLocks([new EvidenceLock("l", [Camera(1)])], null) : EvidenceLocks.NotKnown("it is off"));
        var run = await lab.PlanAsync();
        Assert.Equal(Guard, Assert.Single(run.Plan.Guards).Guard);
        Assert.Equal("RMF2304", (await lab.FailToApplyAsync(run, "DeletePercent", "IncompleteSnapshot")).Code);
        Assert.Empty(lab.Secondary.Deletes);
        Assert.Equal(RunResultCode.InWantedState, (await lab.ApplyAsync(run, Guard)).Result);
        Assert.Single(lab.Secondary.Deletes);
    }

    private void Tell(EvidenceLocks told) => lab.Secondary.OnEvidenceLocks = devices =>
    {
        asked.Add(devices);
        return told;
    };

    private void Forget(params int[] devices)
    {
        foreach (var number in devices)
        {
            lab.Primary.RemoveTree(lab.Primary.Item(ItemKind.Hardware, "Device " + number).Key);
        }
    }

    private ItemKey Camera(int number) => lab.Secondary.Snapshot().OfKind(ItemKind.Camera).Single(c => c.Parent == lab.Secondary.Item(ItemKind.Hardware, "Device " + number).Key).Key;
}
