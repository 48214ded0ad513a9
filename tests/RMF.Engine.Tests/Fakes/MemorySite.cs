using RMF.Core.Inventory;
using RMF.Core.Planning.Guards;
using RMF.Engine.Ports;

namespace RMF.Engine.Tests.Fakes;

/// <summary>
/// A site in memory that takes every write, unless a test says otherwise. It keeps what it was asked, in order. Thread-safe.
/// </summary>
internal sealed class MemorySite : ISite, ISiteReader, ISiteWriter, ISiteCapabilities
{
    private readonly object gate = new();
    private readonly Dictionary<ItemKey, Item> items;
    private readonly Dictionary<ItemKind, SnapshotPart> parts;
    private readonly List<ItemUpdate> updates = [];
    private readonly List<HardwareCreation> creations = [];
    private readonly List<ItemKey> readAgain = [];
    private readonly List<ItemKey> moves = [];
    private readonly List<ItemKey> deletes = [];
    private readonly List<HardwareReplacement> replacements = [];
    private int underWay;

    public MemorySite(SiteSnapshot start)
    {
        items = start.Items.ToDictionary(i => i.Key);
        parts = start.Parts.ToDictionary(p => p.Kind);
        Info = new SiteInfo(start.Site, start.Site.ToUpperInvariant(), "id-" + start.Site, start.Version, new Uri($"http://{start.Site}.example/"), "rmf");
    }

    public SiteInfo Info { get; init; }

    public TimeSpan ClockAhead { get; set; }

    public ISiteReader Reader => this;

    public ISiteWriter Writer => this;

    public ISiteCapabilities Capabilities => this;

    public IStateSource States => throw new NotSupportedException("This site tells no states.");

    /// <summary>What it has recorded, where a test says so.</summary>
    public IRecordings Recordings { get; set; } = null!;

    /// <summary>What operators do there, where a test says so.</summary>
    public IOperatorActions Operator { get; set; } = null!;

    public IFrameSource Frames => throw new NotSupportedException("This site has no pictures.");

    /// <summary>What was published there.</summary>
    public MemoryPublisher Published { get; } = new();

    /// <summary>In place of <see cref="Published"/>.</summary>
    public IPolicyPublisher? OtherPublisher { get; set; }

    public IPolicyPublisher Publisher => OtherPublisher ?? Published;

    /// <summary>The sites below it.</summary>
    public IReadOnlyList<ChildSite> Children { get; set; } = [];

    public Task<Outcome<IReadOnlyList<ChildSite>>> ReadChildSitesAsync(CancellationToken cancellationToken) => Task.FromResult(Outcome<IReadOnlyList<ChildSite>>.Of(Children));

    /// <summary>What it says of its licences.</summary>
    public Outcome<DeviceLicenses?> Licenses { get; set; } = Outcome<DeviceLicenses?>.Of(null);

    public Task<Outcome<DeviceLicenses?>> ReadDeviceLicensesAsync(CancellationToken cancellationToken) => Task.FromResult(Licenses);

    /// <summary>What it says of its evidence locks. Default: there are none.</summary>
    public Func<IReadOnlyCollection<ItemKey>, EvidenceLocks> OnEvidenceLocks { get; set; } = _ => EvidenceLocks.None;

    public Task<EvidenceLocks> ReadEvidenceLocksAsync(IReadOnlyCollection<ItemKey> devices, CancellationToken cancellationToken) => Task.FromResult(OnEvidenceLocks(devices));

    public bool IsDisposed { get; private set; }

    /// <summary>What becomes of an update. Default: it is taken and confirmed.</summary>
    public Func<ItemUpdate, Effect> OnUpdate { get; set; } = _ => Effect.Taken;

    /// <summary>The items that a new device brings; an error when it cannot be added. Default: no device answers.</summary>
    public Func<HardwareCreation, Outcome<IReadOnlyList<Item>>> OnAdd { get; set; } = c => Error(SiteErrorKind.DeviceUnreachable, $"{c.Address} does not answer") with { VmoCode = 60281 };

    /// <summary>What a second reading of an item gives instead of the item; null = the item itself.</summary>
    public Func<ItemKey, Outcome<Item?>?> OnReadAgain { get; set; } = _ => null;

    /// <summary>What the site's lists leave out although it exists, with 200 and no word of it.</summary>
    public IReadOnlyCollection<ItemKey> Hidden { get; set; } = [];

    /// <summary>What becomes of a delete. Default: it is confirmed and done.</summary>
    public Func<ItemKey, WriteResult> OnDelete { get; set; } = k => WriteResult.Confirmed(k);

    /// <summary>What becomes of a move of hardware to a recording server. Default: it is confirmed and done.</summary>
    public Func<ItemKey, ItemKey, WriteResult> OnMove { get; set; } = (h, _) => WriteResult.Confirmed(h);

    /// <summary>What becomes of a replacement. Default: it is confirmed; the items stay, the test changes them.</summary>
    public Func<HardwareReplacement, WriteResult> OnReplace { get; set; } = r => WriteResult.Confirmed(r.Hardware);

    public IReadOnlyList<ItemKey> Moves => Locked(() => moves.ToList());

    public IReadOnlyList<ItemKey> Deletes => Locked(() => deletes.ToList());

    public IReadOnlyList<HardwareReplacement> Replacements => Locked(() => replacements.ToList());

    /// <summary>The passwords that the site holds for its devices; the error where it gives none.</summary>
    public Func<ItemKey, Outcome<Secret>> OnPassword { get; set; } = _ => new Secret("device-pass");

    /// <summary>A device that is added turns out to be there, put there by somebody else.</summary>
    public bool AlreadyThere { get; set; }

    /// <summary>Why the site as a whole cannot be read.</summary>
    public SiteError? Failure { get; set; }

    /// <summary>Waits of this length between the arrival of a write and its effect, so that writes overlap.</summary>
    public Func<Task> Pause { get; set; } = () => Task.CompletedTask;

    public int MostAtOnce { get; private set; }

    public IReadOnlyList<ItemUpdate> Updates => Locked(() => updates.ToList());

    public IReadOnlyList<HardwareCreation> Creations => Locked(() => creations.ToList());

    public IReadOnlyList<ItemKey> ReadAgain => Locked(() => readAgain.ToList());

    public IReadOnlyList<SnapshotRequest> Requests { get; private set; } = [];

    public static SiteError Error(SiteErrorKind kind, string message) => new(kind, "b", "a test", message, "Look at the test.");

    public Item Item(ItemKind kind, string name) => Locked(() => items.Values.Single(i => i.Key.Kind == kind && i.Name == name));

    public Item? Find(ItemKey key) => Locked(() => items.GetValueOrDefault(key));

    /// <summary>Somebody changes the site behind RMF's back.</summary>
    public void Set(ItemKind kind, string name, string property, PropertyValue value) => Edit(Item(kind, name), property, value);

    public void Edit(Item item, string property, PropertyValue value)
        => Put(item with { Properties = item.Properties.With(property, value), Name = property == "name" ? value.ToString()! : item.Name });

    public void Put(Item item) => Locked(() => items[item.Key] = item);

    public void Remove(ItemKey key) => Locked(() => items.Remove(key));

    public void Part(SnapshotPart part) => Locked(() => parts[part.Kind] = part);

    public SiteSnapshot Snapshot() => Locked(() => new SiteSnapshot(Info.Name, Info.Version, DateTimeOffset.UnixEpoch, items.Values.ToList(), parts.Values.ToList()));

    public Task<Outcome<SiteSnapshot>> ReadAsync(SnapshotRequest request, IProgress<ReadProgress>? progress, CancellationToken cancellationToken)
    {
        Requests = [.. Requests, request];
        progress?.Report(new ReadProgress(Info.Name, "all", 1, 1));
        return Task.FromResult(Failure is { } failure ? failure : Outcome<SiteSnapshot>.Of(Listed()));
    }

    public Task<IReadOnlyDictionary<ItemKey, Outcome<Item?>>> ReadItemsAsync(IReadOnlyCollection<ItemKey> keys, CancellationToken cancellationToken)
    {
        var answers = new Dictionary<ItemKey, Outcome<Item?>>();
        foreach (var key in keys)
        {
            Locked(() => readAgain.Add(key));
            answers[key] = OnReadAgain(key) ?? Outcome<Item?>.Of(Find(key));
        }

        return Task.FromResult<IReadOnlyDictionary<ItemKey, Outcome<Item?>>>(answers);
    }

    public Task<Outcome<IReadOnlyList<Item>>> ReadHardwareAsync(ItemKey hardware, IReadOnlyCollection<ItemKind> kinds, CancellationToken cancellationToken)
        => Task.FromResult(Outcome<IReadOnlyList<Item>>.Of(Locked(() => items.Values.Where(i => IsUnder(i, hardware)).ToList())));

    public async Task<WriteResult> UpdateAsync(ItemUpdate update, CancellationToken cancellationToken)
    {
        Locked(() =>
        {
            updates.Add(update);
            MostAtOnce = Math.Max(MostAtOnce, ++underWay);
        });
        await Pause();
        cancellationToken.ThrowIfCancellationRequested();
        return Locked(() =>
        {
            underWay--;
            return Take(update);
        });
    }

    public async Task<WriteResult> AddHardwareAsync(HardwareCreation creation, CancellationToken cancellationToken)
    {
        await Pause();
        Locked(() => creations.Add(creation));
        if (!OnAdd(creation).TryGet(out var made))
        {
            var error = OnAdd(creation).Error!;
            return new WriteResult(error.Kind == SiteErrorKind.Timeout ? WriteStatus.Unknown : WriteStatus.Failed, error);
        }

        made.ToList().ForEach(Put);
        return AlreadyThere ? new WriteResult(WriteStatus.Failed, Error(SiteErrorKind.AlreadyExists, "it is there"), made[0].Key) : WriteResult.Confirmed(made[0].Key);
    }

    public Task<Outcome<Secret>> ReadHardwarePasswordAsync(ItemKey hardware, CancellationToken cancellationToken) => Task.FromResult(OnPassword(hardware));

    /// <summary>What becomes of a password that is changed: hardware, password, whether on the device. Default: it is confirmed.</summary>
    public Func<ItemKey, Secret, bool, WriteResult> OnChangePassword { get; set; } = (key, _, _) => WriteResult.Confirmed(key);

    public Task<WriteResult> ChangeHardwarePasswordAsync(ItemKey hardware, Secret password, bool onDevice, CancellationToken cancellationToken) => Task.FromResult(OnChangePassword(hardware, password, onDevice));

    public Task<WriteResult> MoveHardwareAsync(ItemKey hardware, ItemKey recorder, CancellationToken cancellationToken)
    {
        Locked(() => moves.Add(hardware));
        var result = OnMove(hardware, recorder);
        if (result.Status == WriteStatus.Confirmed)
        {
            Hang(hardware, recorder);
        }

        return Task.FromResult(result);
    }

    /// <summary>Hangs hardware on another recording server, as the task of the server does.</summary>
    public void Hang(ItemKey hardware, ItemKey recorder) => Locked(() =>
    {
        items[hardware] = items[hardware] with { Parent = recorder };
        var storage = items.Values.First(i => i.Key.Kind == ItemKind.Storage && i.Parent == recorder && i.Properties.IsTrue("isDefault")).Key;
        foreach (var camera in items.Values.Where(i => i.Parent == hardware && i.Key.Kind == ItemKind.Camera).ToList())
        {
            items[camera.Key] = camera with { Properties = camera.Properties.With("recordingStorage", new Reference(storage)) };
        }
    });

    public Task<WriteResult> ReplaceHardwareAsync(HardwareReplacement replacement, CancellationToken cancellationToken)
    {
        Locked(() => replacements.Add(replacement));
        return Task.FromResult(OnReplace(replacement));
    }

    public Task<WriteResult> DeleteHardwareAsync(ItemKey hardware, ItemKey recorder, CancellationToken cancellationToken)
    {
        Locked(() => deletes.Add(hardware));
        var result = OnDelete(hardware);
        if (result.Status == WriteStatus.Confirmed)
        {
            RemoveTree(hardware);
        }

        return Task.FromResult(result);
    }

    /// <summary>Somebody deletes an item with all that hangs on it.</summary>
    public void RemoveTree(ItemKey root) => Locked(() =>
    {
        foreach (var item in items.Values.Where(i => IsUnder(i, root)).ToList())
        {
            items.Remove(item.Key);
        }
    });

    public string? WhyNot(ItemKind kind) => null;

    public string? WhyNotBelow(ItemKind kind) => null;

    public Task<WriteResult> CreateAsync(ItemCreation creation, CancellationToken cancellationToken) => Task.FromResult(Locked(() =>
    {
        var key = new ItemKey(Info.Name, creation.Kind, "made-" + items.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        items[key] = new Item(key, creation.Parent, creation.Properties.TextOf("name") ?? string.Empty, creation.Properties);
        return WriteResult.Confirmed(key);
    }));

    public Task<Outcome<bool>> HasTaskAsync(ItemKey item, string task, CancellationToken cancellationToken) => Task.FromResult<Outcome<bool>>(true);

    public void Dispose() => IsDisposed = true;

    private SiteSnapshot Listed()
    {
        var all = Snapshot();
        return Hidden.Count == 0 ? all : new SiteSnapshot(all.Site, all.Version, all.TakenAt, all.Items.Where(i => !Hidden.Any(h => IsUnder(i, h))).ToList(), all.Parts);
    }

    private WriteResult Take(ItemUpdate update)
    {
        var effect = OnUpdate(update);
        if (effect.Takes)
        {
            var now = items[update.Current.Key];
            var properties = update.Properties.Aggregate(now.Properties, (bag, p) => bag.With(p, effect.Instead ?? update.Desired.Properties[p]!));
            items[now.Key] = now with { Properties = properties, Name = properties.TextOf("name") ?? now.Name };
        }

        return new WriteResult(effect.Status, effect.Error, update.Current.Key) { Requests = 1 };
    }

    private bool IsUnder(Item item, ItemKey root)
    {
        for (Item? current = item; current is not null; current = current.Parent is { } parent ? items.GetValueOrDefault(parent) : null)
        {
            if (current.Key == root)
            {
                return true;
            }
        }

        return false;
    }

    private void Locked(Action action)
    {
        lock (gate)
        {
            action();
        }
    }

    private T Locked<T>(Func<T> read)
    {
        lock (gate)
        {
            return read();
        }
    }
}
