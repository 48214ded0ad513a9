using RMF.Core.Inventory;

namespace RMF.Engine.State;

/// <summary>A delete that could not be carried out because the target was offline.</summary>
/// <param name="Target">The item that is to go.</param>
/// <param name="Address">Its plan address.</param>
/// <param name="Since">When it was deleted on the source (UTC).</param>
public sealed record Tombstone(ItemKey Target, string Address, DateTimeOffset Since);
