using RMF.Core.Inventory;

namespace RMF.Engine.Ports;

/// <summary>Brings one existing item from one state to another.</summary>
/// <param name="Current">As it was read just now.</param>
/// <param name="Desired">The same item with the wanted values; references are the target site's own.</param>
/// <param name="Properties">The top-level properties that differ; the adapter writes these and no others.</param>
public sealed record ItemUpdate(Item Current, Item Desired, IReadOnlyList<string> Properties);
