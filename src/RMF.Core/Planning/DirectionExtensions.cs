using RMF.Core.Inventory;

namespace RMF.Core.Planning;

/// <summary>Which side is read and which is written.</summary>
public static class DirectionExtensions
{
    public static Side Source(this SyncDirection direction) => direction == SyncDirection.Backup ? Side.Primary : Side.Secondary;

    public static Side Target(this SyncDirection direction) => direction == SyncDirection.Backup ? Side.Secondary : Side.Primary;

    public static Side Other(this Side side) => side == Side.Primary ? Side.Secondary : Side.Primary;
}
