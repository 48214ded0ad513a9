using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Pairing;
using RMF.Core.Planning.Merging;

namespace RMF.Core.Planning;

/// <summary>Both sides as they were read, how they belong together, and what is remembered.</summary>
public sealed record PlanningInput(SideView Primary, SideView Secondary, Topology Topology, Correspondence Pairs, PairMemory Memory)
{
    /// <summary>Of each kind, the lists whose entries refer by name, and the member that does.</summary>
    private static readonly ILookup<ItemKind, (string List, string Member)> ListsByName = KindTable.All
        .SelectMany(k => k.Properties.SelectMany(p => p.Members.Where(IsByName).Select(m => (k.Kind, Row: (p.Name, m.Name)))))
        .ToLookup(r => r.Kind, r => r.Row);

    /// <summary>What the policy's selectors let RMF touch.</summary>
    public IManagedSet Managed { get; init; } = EverythingManaged.Instance;

    /// <summary>Remembered items that their site, asked for each by its id, says it does not have. Only of these it is known that they were deleted.</summary>
    public IReadOnlyCollection<ItemKey> Gone { get; init; } = [];

    /// <summary>Target items whose delete is still to be done, with the moment (UTC) since which that is known.</summary>
    public IReadOnlyDictionary<ItemKey, DateTimeOffset> Tombstones { get; init; } = new Dictionary<ItemKey, DateTimeOffset>();

    public SideView View(Side side) => side == Side.Primary ? Primary : Secondary;

    /// <summary>What people call an item: a part has its device's name.</summary>
    public string NameOf(Side side, Item item)
        => KindTable.Of(item.Key.Kind).Pairing == PairingRule.AsParent && item.Parent is { } parent && View(side).Find(parent) is { } device ? device.Name : item.Name;

    public Item? RecorderOf(Side side, Item item) => View(side).RecorderOf(item.Key);

    /// <param name="newer">Finds items that were read or created after the sides were; null = there are none.</param>
    public ReferenceTranslator Translator(IReadOnlyDictionary<ItemKey, string> pending, Func<ItemKey, Item?>? newer = null) => new(Primary, Secondary, Topology, Pairs, pending, newer) { Managed = Managed };

    /// <summary>True when at least one property of the kind has its switch on.</summary>
    public bool IsSynchronised(ItemKind kind, IReadOnlyCollection<SyncCategory> categories)
        => KindTable.Of(kind).Properties.Any(p => categories.Contains(p.Category) || p.Members.Any(m => categories.Contains(m.Category)));

    /// <summary>
    /// True when an item refers to something that is told apart by a name which was not read: its list entries cannot be matched then, so the
    /// item is unknown. A camera's stream usages are, while its settings are unread.
    /// </summary>
    public bool HasUnreadNames(Side side, Item item)
    {
        foreach (var (list, member) in ListsByName[item.Key.Kind])
        {
            if (item.Properties[list] is not ListValue { Items: var entries })
            {
                continue;
            }

            for (var i = 0; i < entries.Count; i++)
            {
                if (entries[i] is GroupValue entry && entry.Members[member] is Reference reference && View(side).Find(reference.Target) is null)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Why an absent item is unknown; null when the reading was whole, so that its absence is a fact.</summary>
    public string? WhyUnknown(SnapshotPart reading, ItemKey key)
    {
        if (reading.Unread.TryGetValue(key.Id, out var reason))
        {
            return reason;
        }

        return reading.State == PartState.Whole ? null : reading.Reason ?? "not read";
    }

    private static bool IsByName(PropertyDescriptor member) => member.Target is { } target && KindTable.Of(target).Pairing == PairingRule.NameInParent;
}
