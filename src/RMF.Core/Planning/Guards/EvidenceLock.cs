using RMF.Core.Inventory;

namespace RMF.Core.Planning.Guards;

/// <summary>A mark of a site that keeps recordings from being deleted.</summary>
/// <param name="Id">The site's id of it.</param>
/// <param name="Devices">Those of the devices that were asked for whose recordings it holds; one at least.</param>
public sealed record EvidenceLock(string Id, IReadOnlyList<ItemKey> Devices);
