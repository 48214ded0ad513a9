using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Pairing;
using RMF.Core.Planning;
using RMF.Core.Planning.Merging;

namespace RMF.Testing.Worlds;

/// <summary>Two sites, the links between their recording servers, and what is remembered of them. Immutable: each step gives a new world.</summary>
public sealed record SyncWorld(SiteSnapshot Primary, SiteSnapshot Secondary)
{
    public static readonly IReadOnlyList<SyncCategory> AllCategories =
    [
        SyncCategory.Hardware,
        SyncCategory.CameraGeneral,
        SyncCategory.CameraRecording,
        SyncCategory.Streams,
        SyncCategory.StreamSelection,
        SyncCategory.Motion,
        SyncCategory.Presets,
        SyncCategory.Patrolling,
        SyncCategory.MicrophoneGeneral,
        SyncCategory.MicrophoneRecording,
    ];

    public static readonly PlanningOptions Backup = new() { Categories = AllCategories };

    public static readonly PlanningOptions Restore = Backup with { Direction = SyncDirection.Restore };

    public IReadOnlyList<RecorderLink> Links { get; init; } = [];

    public PairMemory Memory { get; init; } = PairMemory.Empty;

    public static SyncWorld Of(SiteBuilder primary, SiteBuilder secondary) => new(primary.Build(), secondary.Build());

    /// <summary>One recorder a side, linked, with a default storage each: the world of most tests.</summary>
    public static SyncWorld OneToOne(Action<RecorderBuilder> primary, Action<RecorderBuilder> secondary)
        => Of(
            new SiteBuilder("a").Recorder("REC-A1", r => primary(r.Storage("30 days", isDefault: true))),
            new SiteBuilder("b").Recorder("REC-B1", r => secondary(r.Storage("Standby", isDefault: true))))
            .Link("REC-A1", "REC-B1");

    public SyncWorld Link(string primary, string secondary, params (string Primary, string Secondary)[] storages)
    {
        var from = Recorder(Primary, primary);
        var to = Recorder(Secondary, secondary);
        var map = storages.ToDictionary(s => StorageOf(Primary, from, s.Primary).Key, s => StorageOf(Secondary, to, s.Secondary).Key);
        var byDefault = StoragesOf(Secondary, to).FirstOrDefault(s => s.Properties.IsTrue("isDefault"))?.Key;
        return this with { Links = [.. Links, new RecorderLink(from, to, map, byDefault)] };
    }

    public SiteSnapshot Site(Side side) => side == Side.Primary ? Primary : Secondary;

    public SyncWorld With(Side side, SiteSnapshot site) => side == Side.Primary ? this with { Primary = site } : this with { Secondary = site };

    /// <summary>The same world with one item changed.</summary>
    public SyncWorld Edit(Side side, ItemKind kind, string name, Func<PropertyBag, PropertyBag> edit)
    {
        var item = Site(side).OfKind(kind).Single(i => i.Name == name);
        var properties = edit(item.Properties);
        var edited = item with { Properties = properties, Name = properties.TextOf("name") ?? item.Name };
        return With(side, Site(side).With([edited]));
    }

    public SyncWorld Set(Side side, ItemKind kind, string name, string property, PropertyValue value) => Edit(side, kind, name, p => p.With(property, value));

    public SyncWorld Set(Side side, ItemKind kind, string name, string property, string value) => Set(side, kind, name, property, Scalar.Text(value));

    public Item Item(Side side, ItemKind kind, string name) => Site(side).OfKind(kind).Single(i => i.Name == name);

    /// <summary>Both sides, paired.</summary>
    public PlanningInput Input(PlanningOptions? options = null)
    {
        options ??= Backup;
        var topology = new Topology(Links);
        var primary = new SideView(Side.Primary, [Primary], Links.Select(l => l.Primary).Distinct().ToList());
        var secondary = new SideView(Side.Secondary, [Secondary], Links.Select(l => l.Secondary).Distinct().ToList());
        return new PlanningInput(primary, secondary, topology, new Pairer(primary, secondary, topology, Memory, options.Direction.Source(), options.Naming).Pair(), Memory);
    }

    public PlanDraft Plan(PlanningOptions? options = null) => new Planner(Input(options), options ?? Backup).Plan();

    /// <summary>The world after a plan was carried out on it in full.</summary>
    public SyncWorld Apply(PlanDraft plan, PlanningOptions? options = null) => new PlanApplication(this, options ?? Backup).Apply(plan);

    /// <summary>Plans, applies and remembers.</summary>
    public SyncWorld Sync(PlanningOptions? options = null) => Apply(Plan(options), options).Remember(options);

    /// <summary>What the state holds after a run on this world.</summary>
    public SyncWorld Remember(PlanningOptions? options = null)
    {
        options ??= Backup;
        var input = Input(options);
        var reader = new LeafReader(input.Translator(new Dictionary<ItemKey, string>()), options.Naming, options.Categories, new PathPool());
        var agreements = new AgreementReader(reader, options.Categories, options.Direction.Target());
        var pairs = KindTable.All.SelectMany(k => input.Pairs.OfKind(k.Kind)).Where(p => p.State is PairState.Paired or PairState.Moved).Select(pair =>
        {
            var old = Memory.Find(Side.Primary, pair.Primary.Key) is { } known && known.Secondary == pair.Secondary.Key ? known : null;
            var bases = old?.Bases.ToDictionary(b => b.Key, b => b.Value) ?? [];
            foreach (var kind in KindTable.Of(pair.Kind).Parts.Prepend(pair.Kind))
            {
                if (input.Primary.Find(pair.Primary.Key.Part(kind)) is { } left && input.Secondary.Find(pair.Secondary.Key.Part(kind)) is { } right)
                {
                    bases[kind] = agreements.Read(left, right, bases.TryGetValue(kind, out var before) ? before : null);
                }
            }

            return new RememberedPair(pair.Primary.Key, pair.Secondary.Key, Ownership.Adopted)
            {
                PrimaryIdentity = pair.Kind == ItemKind.Hardware ? HardwareIdentity.Of(pair.Primary, input.Primary) : null,
                SecondaryIdentity = pair.Kind == ItemKind.Hardware ? HardwareIdentity.Of(pair.Secondary, input.Secondary) : null,
                Bases = bases,
            };
        });
        return this with { Memory = new PairMemory(pairs.ToList()) };
    }

    private static ItemKey Recorder(SiteSnapshot site, string name) => site.OfKind(ItemKind.RecordingServer).Single(r => r.Name == name).Key;

    private static IEnumerable<Item> StoragesOf(SiteSnapshot site, ItemKey recorder) => site.OfKind(ItemKind.Storage).Where(s => s.Parent == recorder);

    /// <summary>The recorder's own storage of that name; else any recorder's, so that tests can link a wrong one.</summary>
    private static Item StorageOf(SiteSnapshot site, ItemKey recorder, string name)
        => StoragesOf(site, recorder).FirstOrDefault(s => s.Name == name) ?? site.OfKind(ItemKind.Storage).First(s => s.Name == name);
}
