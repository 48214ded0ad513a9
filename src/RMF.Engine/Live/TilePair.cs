using RMF.Core.Inventory;

namespace RMF.Engine.Live;

/// <summary>A camera that both sides can show.</summary>
/// <param name="Name">For people and logs.</param>
/// <param name="Primary">The primary's pictures.</param>
/// <param name="Secondary">The secondary's pictures.</param>
public sealed record TilePair(string Name, TileSource Primary, TileSource Secondary)
{
    public TileSource Of(Side side) => side == Side.Primary ? Primary : Secondary;
}
