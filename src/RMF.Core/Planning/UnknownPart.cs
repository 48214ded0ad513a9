using RMF.Core.Inventory;

namespace RMF.Core.Planning;

/// <summary>Something that was not read, so that it is neither equal nor a change.</summary>
/// <param name="Key">The item that is unknown.</param>
/// <param name="Address">Where it stands in the plan's terms.</param>
/// <param name="Since">When it was last tried or taken (UTC).</param>
/// <param name="Reason">Why it was not read.</param>
public sealed record UnknownPart(ItemKey Key, string Address, DateTimeOffset Since, string Reason);
