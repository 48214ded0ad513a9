using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Pairing;
using RMF.Core.Planning;
using RMF.Core.Planning.Guards;
using RMF.Testing.Worlds;

namespace RMF.Core.Tests.Planning.Guards;

/// <summary>Two linked pairs of recording servers, with bare items, for guards that look at where things hang.</summary>
internal sealed class GuardWorld
{
    public const string Failed = "http://standby:7563/";

    private readonly Dictionary<string, string?> active = [];
    private readonly Dictionary<ItemKind, SnapshotPart> parts = [];
    private readonly List<RememberedPair> memory = [];
    private readonly List<Item> primary = [];
    private readonly List<Item> secondary = [];

    public static ItemKey Recorder(char side, int number) => new(side.ToString(), ItemKind.RecordingServer, "rec" + number);

    public static ItemKey Hardware(char side, int number) => new(side.ToString(), ItemKind.Hardware, "hw" + number);

    public static ItemKey Camera(char side, int number) => new(side.ToString(), ItemKind.Camera, "cam" + number);

    /// <summary>A failover server stands in for a recorder.</summary>
    public GuardWorld FailOver(char side, int recorder, string? uri = Failed)
    {
        active[side + "/" + recorder] = uri;
        return this;
    }

    /// <summary>Devices that are remembered as pairs, on the target's recorder, of which the source still holds some.</summary>
    public GuardWorld Remember(int recorder, int all, int held, ItemKind kind = ItemKind.Hardware, int from = 0)
    {
        for (var i = from; i < from + all; i++)
        {
            var (left, right) = kind == ItemKind.Hardware ? (Hardware('a', i), Hardware('b', i)) : (Camera('a', i), Camera('b', i));
            memory.Add(new RememberedPair(left, right, Ownership.Adopted));
            secondary.Add(Bare(right, Recorder('b', recorder)));
            if (i < from + held)
            {
                primary.Add(Bare(left, Recorder('a', recorder)));
            }
        }

        return this;
    }

    /// <summary>Remembers what both sides had agreed on of a pair of groups.</summary>
    public GuardWorld RememberGroup(int number, ItemKind kind, PropertyBag bases)
    {
        memory.Add(new RememberedPair(new("a", kind, "g" + number), new("b", kind, "g" + number), Ownership.Adopted) { Bases = new Dictionary<ItemKind, PropertyBag> { [kind] = bases } });
        return this;
    }

    /// <summary>An item of a side alone.</summary>
    public GuardWorld Hold(ItemKey key, int recorder)
    {
        (key.Site == "a" ? primary : secondary).Add(Bare(key, Recorder(key.Site[0], recorder)));
        return this;
    }

    /// <summary>Devices of a hardware of the secondary.</summary>
    public GuardWorld Hang(ItemKey hardware, params ItemKey[] devices)
    {
        secondary.AddRange(devices.Select(d => Bare(d, hardware)));
        return this;
    }

    /// <summary>How much of a kind was read on the secondary.</summary>
    public GuardWorld Read(ItemKind kind, PartState state)
    {
        parts[kind] = new SnapshotPart(kind, SiteBuilder.TakenAt, state, new Dictionary<string, string>(), state == PartState.Whole ? null : "half");
        return this;
    }

    public GuardContext Context(SyncDirection direction, params Change[] changes)
    {
        var left = View('a', Side.Primary, primary);
        var right = View('b', Side.Secondary, secondary);
        var topology = new Topology([.. new[] { 1, 2 }.Select(n => new RecorderLink(Recorder('a', n), Recorder('b', n), new Dictionary<ItemKey, ItemKey>(), null))]);
        var remembered = new PairMemory(memory);
        var options = SyncWorld.Backup with { Direction = direction };
        var input = new PlanningInput(left, right, topology, new Pairer(left, right, topology, remembered, direction.Source(), options.Naming).Pair(), remembered);
        return new GuardContext(new PlanDraft(changes, [], [], changes.Length), input, options, new GuardLimits());
    }

    public static Change Change(string id, ChangeAction action, SyncStage stage = SyncStage.Lifecycle, ItemKind kind = ItemKind.Hardware) => new()
    {
        Id = id,
        Address = id,
        Kind = kind,
        Name = id,
        Action = action,
        Reason = ChangeReason.SourceChanged,
        Site = "b",
        Stage = stage,
        Method = WriteMethod.Task,
    };

    private SideView View(char side, Side which, List<Item> items)
    {
        var recorders = new[] { 1, 2 }.Select(n => new Item(Recorder(side, n), null, $"REC-{side}{n}", PropertyBag.Empty
            .With("webServerUri", Scalar.Text($"http://rec{n}:7563/"))
            .With("activeWebServerUri", active.TryGetValue(side + "/" + n, out var uri) ? uri is null ? Scalar.Null : Scalar.Text(uri) : Scalar.Text($"HTTP://REC{n}:7563/")))).ToList();
        return new SideView(which, [new SiteSnapshot(side.ToString(), "25.2", SiteBuilder.TakenAt, [.. recorders, .. items], which == Side.Secondary ? [.. parts.Values] : [])], recorders.ConvertAll(r => r.Key));
    }

    private static Item Bare(ItemKey key, ItemKey recorder)
        => new(key, recorder, key.Id, PropertyBag.Empty);
}
