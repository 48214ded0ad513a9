using RMF.Core.Inventory;
using RMF.Core.Pairing;

namespace RMF.Engine.Runs.Setup;

/// <summary>The policy's recorders and links, found on the sites.</summary>
public sealed record ResolvedTopology(Topology Topology, IReadOnlyList<ItemKey> PrimaryRecorders, IReadOnlyList<ItemKey> SecondaryRecorders)
{
    /// <summary>Mode manual: the secondary recording server of each mapped camera, by the camera's name. Null in mode auto.</summary>
    public IReadOnlyDictionary<string, ItemKey>? Mapped { get; init; }

    /// <summary>Mode manual: mapped cameras that the primary side does not have.</summary>
    public IReadOnlyList<string> Unfound { get; init; } = [];
}
