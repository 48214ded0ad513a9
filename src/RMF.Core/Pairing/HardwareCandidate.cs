using RMF.Core.Inventory;

namespace RMF.Core.Pairing;

/// <summary>A hardware that looks for its counterpart.</summary>
public sealed record HardwareCandidate(Item Item, HardwareIdentity Identity);
