using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Pairing;
using RMF.Engine.Runs.Setup;

namespace RMF.Engine.Runs.Reading;

/// <summary>
/// Asks by id for what is remembered and not in the reading. A list that was cut, or emptied, and answered with 200 looks like a whole one: what
/// it lacks would be added a second time, or deleted. One object that exists all the same proves that the reading is not whole. Used once.
/// </summary>
internal sealed class PresenceCheck
{
    /// <summary>Most objects of one site and kind that are asked for: more are sampled evenly. Deletes beyond it wait for the next run.</summary>
    public const int MostAsked = 400;

    /// <summary>Asked for at once; fewer than the number from which an adapter would read the list again instead.</summary>
    private const int Batch = 100;

    private readonly SiteSet sites;
    private readonly PairMemory memory;
    private readonly HashSet<ItemKey> recorders;
    private readonly HashSet<ItemKey> gone = [];

    public PresenceCheck(SiteSet sites, PairMemory memory, ResolvedTopology topology)
    {
        this.sites = sites;
        this.memory = memory;
        recorders = new HashSet<ItemKey>(topology.PrimaryRecorders.Concat(topology.SecondaryRecorders));
    }

    /// <summary>Remembered items that their site says it does not have.</summary>
    public IReadOnlyCollection<ItemKey> Gone => gone;

    /// <summary>The snapshots, with the kinds marked as read in part that lack something which exists.</summary>
    public async Task<IReadOnlyList<SiteSnapshot>> CheckAsync(IReadOnlyList<SiteSnapshot> snapshots, CancellationToken cancellationToken)
    {
        var remembered = memory.Pairs.SelectMany(p => new[] { p.Primary, p.Secondary }).ToLookup(k => (k.Site, k.Kind));
        var result = new List<SiteSnapshot>(snapshots.Count);
        foreach (var snapshot in snapshots)
        {
            var judged = snapshot;
            foreach (var kind in KindTable.DeviceKinds.Prepend(ItemKind.Hardware).Concat(KindTable.SiteKinds))
            {
                var missing = remembered[(snapshot.Site, kind)].Where(k => snapshot.Find(k) is null).Distinct().OrderBy(k => k.Id, StringComparer.Ordinal).ToList();
                if (missing.Count > 0 && snapshot.PartOf(kind) is { State: PartState.Whole } part
                    && await WhyNotWholeAsync(snapshot, kind, Sample(missing.FindAll(k => !part.Unread.ContainsKey(k.Id))), cancellationToken).ConfigureAwait(false) is { } why)
                {
                    judged = judged.With(part with { State = PartState.Partial, Reason = why });
                }
            }

            result.Add(judged);
        }

        return result;
    }

    /// <summary>Null when all of them are gone, by their site's own word.</summary>
    private async Task<string?> WhyNotWholeAsync(SiteSnapshot snapshot, ItemKind kind, List<ItemKey> keys, CancellationToken cancellationToken)
    {
        string? untold = null;
        for (var i = 0; i < keys.Count; i += Batch)
        {
            var answers = await sites[snapshot.Site].Reader.ReadItemsAsync(keys.GetRange(i, Math.Min(Batch, keys.Count - i)), cancellationToken).ConfigureAwait(false);
            foreach (var answer in answers)
            {
                if (answer.Value is { Error: null, Value: null })
                {
                    gone.Add(answer.Key);
                }
                else if (answer.Value.Value is { } item && BelongsInReading(item, snapshot))
                {
                    return $"the site's list lacks {KindTable.Of(kind).Label} '{item.Name}', which exists";
                }
                else if (answer.Value.Error is { } error)
                {
                    // Neither there nor gone: taken for gone it would be made a second time.
                    untold ??= $"the site's list lacks a {KindTable.Of(kind).Label} that is remembered, and whether it exists could not be asked: {error.Message}";
                }
            }
        }

        return untold;
    }

    /// <summary>What hangs on a recording server that the policy does not name was left out on purpose.</summary>
    private bool BelongsInReading(Item item, SiteSnapshot snapshot)
        => KindTable.SiteKinds.Contains(item.Key.Kind) || item.Parent is { } parent && (item.Key.Kind == ItemKind.Hardware ? recorders.Contains(parent) : snapshot.Find(parent) is not null);

    private static List<ItemKey> Sample(List<ItemKey> keys)
        => keys.Count <= MostAsked ? keys : Enumerable.Range(0, MostAsked).Select(i => keys[(int)((long)i * keys.Count / MostAsked)]).ToList();
}
