using RMF.Core.Inventory;
using RMF.Core.Planning;
using RMF.Core.Planning.Guards;
using RMF.Testing.Worlds;

namespace RMF.Core.Tests.Planning.Guards;

public sealed class StorageAndVersionGuardTests
{
    private static readonly ItemKey Near = new("b", ItemKind.RecordingServer, "near");
    private static readonly ItemKey Far = new("b", ItemKind.RecordingServer, "far");
    private static readonly ItemKey Hardware = new("b", ItemKind.Hardware, "h");
    private static readonly ItemKey Camera = new("b", ItemKind.Camera, "c");
    private static readonly ItemKey NearStorage = new("b", ItemKind.Storage, "sn");
    private static readonly ItemKey FarStorage = new("b", ItemKind.Storage, "sf");

    [Fact]
    public void StorageOwner_refuses_a_storage_of_another_recording_server()
    {
        Assert.Null(Check(To(NearStorage)));
        var refused = Check(To(FarStorage));
        Assert.Equal("The plan puts 1 device on a storage of another recording server, the first is camera; the limit is 0. Look at the storage map of the policy's links; if that is wanted, allow it with -AllowGuard StorageOwner.", refused!.Message);
        Assert.Equal(["camera"], refused.Refuses);
        Assert.Null(Check(To(FarStorage) with { Action = ChangeAction.Unsupported }));
    }

    [Fact]
    public void StorageOwner_knows_that_a_moved_device_goes_to_the_storage_of_its_new_recording_server()
    {
        var move = Of("move", ChangeAction.Move, ItemKind.Hardware) with { Target = Hardware, TargetRecorder = Far };
        Assert.Null(Check(move, To(FarStorage)));
        Assert.NotNull(Check(move, To(NearStorage)));
        Assert.NotNull(Check(move with { Action = ChangeAction.Update }, To(FarStorage)));
        Assert.NotNull(Check(move with { Target = null }, To(FarStorage)));
    }

    [Theory]
    [InlineData("21.2", false)]
    [InlineData("21.2.0.1", false)]
    [InlineData("25.2.2207.1", false)]
    [InlineData("", false)]
    [InlineData("unknown", false)]
    [InlineData("21.1.9.9", true)]
    [InlineData("20.3", true)]
    public void VersionTooOld_refuses_writes_to_a_release_before_the_interface(string version, bool isRefused)
    {
        var result = new VersionTooOldGuard().Check(Context(version, To(NearStorage)));
        Assert.Equal(isRefused ? $"b runs {version}; the limit is 21.2, and the plan writes 1 change there. Update the site; if it cannot be updated, allow it with -AllowGuard VersionTooOld." : null, result?.Message);
        Assert.Null(new VersionTooOldGuard().Check(Context(version)));
    }

    private static GuardResult? Check(params Change[] changes) => new StorageOwnerGuard().Check(Context("25.2", changes));

    private static Change To(ItemKey storage) => Of("camera", ChangeAction.Update, ItemKind.Camera) with
    {
        Target = Camera,
        Properties = [new ChangedProperty("recordingStorage", null, new Reference(storage), ChangeReason.SourceChanged)],
    };

    private static Change Of(string id, ChangeAction action, ItemKind kind) => GuardWorld.Change(id, action, Core.Kinds.SyncStage.Device, kind);

    private static GuardContext Context(string version, params Change[] changes)
    {
        var empty = SyncWorld.OneToOne(_ => { }, _ => { });
        Item[] items =
        [
            new(Near, null, "near", PropertyBag.Empty), new(Far, null, "far", PropertyBag.Empty), new(NearStorage, Near, "sn", PropertyBag.Empty), new(FarStorage, Far, "sf", PropertyBag.Empty),
            new(Hardware, Near, "h", PropertyBag.Empty), new(Camera, Hardware, "c", PropertyBag.Empty),
        ];
        var site = new SiteSnapshot("b", version, SiteBuilder.TakenAt, items, []);
        var input = empty.Input() with { Secondary = new SideView(Side.Secondary, [site], [Near, Far]) };
        return new GuardContext(new PlanDraft(changes, [], [], changes.Length), input, SyncWorld.Backup, new GuardLimits());
    }
}
