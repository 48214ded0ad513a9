using RMF.Core.Inventory;
using RMF.Core.Pairing;

namespace RMF.Engine.Runs.Setup;

/// <summary>The policy's recorders and links, found on the sites.</summary>
public sealed record ResolvedTopology(Topology Topology, IReadOnlyList<ItemKey> PrimaryRecorders, IReadOnlyList<ItemKey> SecondaryRecorders);
