using System.Globalization;
using RMF.Core.Inventory;
using RMF.Core.Pairing;
using RMF.Core.Planning;
using RMF.Engine.Ports;
using RMF.Engine.Runs;
using RMF.Engine.Runs.Setup;
using RMF.Policy;

namespace RMF.Engine.Operator;

/// <summary>
/// Finds the cameras of both sides for operators: recording servers, hardware and cameras alone are read, so it takes seconds where a run takes minutes.
/// Where a site is away, what the last run remembered tells which cameras belong together.
/// </summary>
public sealed class CameraReading
{
    private static readonly ItemKind[] Kinds = [ItemKind.RecordingServer, ItemKind.Storage, ItemKind.Hardware, ItemKind.Camera];

    private readonly RedundancyPolicy policy;
    private readonly IStateStore store;

    public CameraReading(RedundancyPolicy policy, IStateStore store)
    {
        this.policy = policy;
        this.store = store;
    }

    /// <param name="sites">The sites that are logged in.</param>
    /// <param name="away">Why others are not, where that is known.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<RunOutcome<CameraReach>> ReadAsync(IReadOnlyCollection<ISite> sites, IReadOnlyDictionary<string, SiteError?> away, CancellationToken cancellationToken)
    {
        var reads = await Task.WhenAll(sites.Select(async s => (Site: s, Read: await s.Reader.ReadAsync(new SnapshotRequest(Kinds, RecordersOf(s.Info.Name), ReadDepth.Full), null, cancellationToken).ConfigureAwait(false)))).ConfigureAwait(false);
        var snapshots = reads.Where(r => r.Read.Error is null).Select(r => r.Read.Value!).ToList();
        var answering = reads.Where(r => r.Read.Error is null).ToDictionary(r => r.Site.Info.Name, r => r.Site, StringComparer.Ordinal);
        var missing = policy.Sites.Keys.Where(name => !answering.ContainsKey(name)).ToDictionary(
            name => name,
            name => reads.Where(r => r.Site.Info.Name == name).Select(r => r.Read.Error).FirstOrDefault() ?? (away.TryGetValue(name, out var error) ? error : null),
            StringComparer.Ordinal);

        var loaded = await store.LoadAsync(cancellationToken).ConfigureAwait(false);
        if (!loaded.TryGet(out var slot, out var failure))
        {
            return failure;
        }

        var remembered = slot.State?.Pairs ?? [];
        if (missing.Count > 0)
        {
            return new CameraReach(Partial(snapshots, remembered), answering, missing);
        }

        return Whole(snapshots, remembered).TryGet(out var cameras, out failure) ? new CameraReach(cameras, answering, missing) : failure;
    }

    private RunOutcome<List<OperatorCamera>> Whole(List<SiteSnapshot> snapshots, IReadOnlyList<RememberedPair> remembered)
    {
        if (!new TopologyResolver(policy, snapshots).Resolve().TryGet(out var resolved, out var failure))
        {
            return failure;
        }

        var primary = new SideView(Side.Primary, On(snapshots, SiteSide.Primary), resolved.PrimaryRecorders);
        var secondary = new SideView(Side.Secondary, On(snapshots, SiteSide.Secondary), resolved.SecondaryRecorders);
        var pairs = new Pairer(primary, secondary, resolved.Topology, new PairMemory(remembered), PolicyMapping.Direction(policy).Source(), PolicyMapping.Naming(policy)).Pair();
        return Cameras(
            primary,
            secondary,
            key => pairs.Find(Side.Primary, key) is { } pair ? Describe(pair.Secondary, secondary) : null,
            key => pairs.Find(Side.Secondary, key) is { } pair ? Describe(pair.Primary, primary) : null);
    }

    private List<OperatorCamera> Partial(List<SiteSnapshot> snapshots, IReadOnlyList<RememberedPair> remembered)
    {
        var primary = new SideView(Side.Primary, On(snapshots, SiteSide.Primary), Labelled(snapshots, policy.Recorders.Primary));
        var secondary = new SideView(Side.Secondary, On(snapshots, SiteSide.Secondary), Labelled(snapshots, policy.Recorders.Secondary));
        var cameras = remembered.Where(p => p.Primary.Kind == ItemKind.Camera).ToList();
        var byPrimary = cameras.GroupBy(p => p.Primary).ToDictionary(g => g.Key, g => g.First().Secondary);
        var bySecondary = cameras.GroupBy(p => p.Secondary).ToDictionary(g => g.Key, g => g.First().Primary);
        return Cameras(primary, secondary, Other(byPrimary, secondary), Other(bySecondary, primary));

        static Func<ItemKey, SideCamera?> Other(Dictionary<ItemKey, ItemKey> pairs, SideView view)
            => key => !pairs.TryGetValue(key, out var twin) ? null : view.Find(twin) is { } item ? Describe(item, view) : new SideCamera(twin.Site, twin.Id);
    }

    private List<OperatorCamera> Cameras(SideView primary, SideView secondary, Func<ItemKey, SideCamera?> secondaryOf, Func<ItemKey, SideCamera?> primaryOf)
    {
        var naming = PolicyMapping.Naming(policy);
        var list = primary.OfKind(ItemKind.Camera).Select(c =>
        {
            var twin = secondaryOf(c.Key);
            return new OperatorCamera(c.Name, Describe(c, primary), twin) { SecondaryName = twin is null ? null : secondary.Find(new ItemKey(twin.Site, ItemKind.Camera, twin.Id))?.Name };
        }).ToList();
        var known = new HashSet<(string Site, string Id)>(list.Where(c => c.Secondary is not null).Select(c => (c.Secondary!.Site, c.Secondary.Id)));
        list.AddRange(secondary.OfKind(ItemKind.Camera).Where(c => !known.Contains((c.Key.Site, c.Key.Id)))
            .Select(c => new OperatorCamera(naming.TryToPrimary(c.Name, out var name) ? name : c.Name, primaryOf(c.Key), Describe(c, secondary)) { SecondaryName = c.Name }));
        return list;
    }

    private static SideCamera Describe(Item camera, SideView view) => new(camera.Key.Site, camera.Key.Id)
    {
        RecorderId = view.RecorderOf(camera.Key)?.Key.Id,
        RecordingTimeout = camera.Properties.IsTrue("manualRecordingTimeoutEnabled")
            && int.TryParse(camera.Properties.TextOf("manualRecordingTimeoutMinutes"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var minutes) && minutes > 0
            ? TimeSpan.FromMinutes(minutes)
            : null,
    };

    private static List<ItemKey> Labelled(List<SiteSnapshot> snapshots, IReadOnlyList<RecorderName> names) => [.. names.SelectMany(name => snapshots
        .Where(s => name.Site is null || string.Equals(name.Site, s.Site, StringComparison.OrdinalIgnoreCase))
        .SelectMany(s => s.OfKind(ItemKind.RecordingServer))
        .Where(r => string.Equals(r.Name, name.Name, StringComparison.OrdinalIgnoreCase))
        .Select(r => r.Key)).Distinct()];

    private IEnumerable<SiteSnapshot> On(List<SiteSnapshot> snapshots, SiteSide side)
        => snapshots.Where(s => policy.Sites[s.Site].Side is var on && (on == side || on == SiteSide.Both));

    private List<string> RecordersOf(string site) => [.. policy.Recorders.Primary.Concat(policy.Recorders.Secondary)
        .Where(r => r.Site is null || string.Equals(r.Site, site, StringComparison.OrdinalIgnoreCase))
        .Select(r => r.Name)
        .Distinct(StringComparer.OrdinalIgnoreCase)];
}
