using RMF.Core.Inventory;

namespace RMF.Engine.Ports;

/// <summary>Makes one item that belongs to a site, e.g. a device group.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Parent">What it stands below; null at the top.</param>
/// <param name="Properties">What it begins with; references are the target site's own.</param>
public sealed record ItemCreation(ItemKind Kind, ItemKey? Parent, PropertyBag Properties);
