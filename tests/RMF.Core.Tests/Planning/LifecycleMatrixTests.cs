using RMF.Core.Planning;

namespace RMF.Core.Tests.Planning;

/// <summary>The table of docs/semantics: what may be done in which direction and mode.</summary>
public sealed class LifecycleMatrixTests
{
    [Theory]
    [InlineData(SyncDirection.Backup, false, false, true)]
    [InlineData(SyncDirection.Backup, false, true, true)]
    [InlineData(SyncDirection.Backup, true, false, false)]
    [InlineData(SyncDirection.Backup, true, true, false)]
    [InlineData(SyncDirection.Restore, false, false, true)]
    [InlineData(SyncDirection.Restore, false, true, false)]
    [InlineData(SyncDirection.Restore, true, false, false)]
    [InlineData(SyncDirection.Restore, true, true, false)]
    public void Adding_and_moving(SyncDirection direction, bool manual, bool manyToOne, bool can)
    {
        Assert.Equal(can, LifecycleMatrix.CanAdd(direction, manual, manyToOne));
        Assert.Equal(can, LifecycleMatrix.CanMove(direction, manual, manyToOne));
    }

    [Fact]
    public void By_default_devices_are_added_and_nothing_else()
        => Assert.Equal(new LifecycleOptions(Add: true, Replace: false, Move: false, Delete: false), new LifecycleOptions());

    [Fact]
    public void A_direction_reads_one_side_and_writes_the_other()
    {
        foreach (var direction in Enum.GetValues<SyncDirection>())
        {
            Assert.Equal(direction.Source(), direction.Target().Other());
            Assert.Equal(direction.Target(), direction.Source().Other());
        }

        Assert.Equal(RMF.Core.Inventory.Side.Secondary, SyncDirection.Backup.Target());
        Assert.Equal(RMF.Core.Inventory.Side.Primary, SyncDirection.Restore.Target());
    }
}
