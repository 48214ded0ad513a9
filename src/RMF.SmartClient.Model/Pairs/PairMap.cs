using RMF.Core.Live;
using RMF.Engine.Live;
using RMF.Policy;
using RMF.Policy.Live;
using RMF.Policy.Publishing;

namespace RMF.SmartClient.Model.Pairs;

/// <summary>The pairs of a publication, by the camera id of either side. Immutable and thread-safe.</summary>
public sealed class PairMap
{
    private readonly Dictionary<string, Entry> byCamera = new(StringComparer.OrdinalIgnoreCase);
    private readonly LivePolicy live;
    private readonly IReadOnlyList<int> forAll;

    /// <param name="policy">The live part of the policy that was published with the pairs.</param>
    /// <param name="pairs">The pairs as they were published. Of two that name one camera the first counts.</param>
    public PairMap(LivePolicy policy, IReadOnlyList<CameraPair> pairs)
    {
        live = policy;
        forAll = [.. policy.Overrides.Select((o, i) => (o, i)).Where(o => o.o.Match is null).Select(o => o.i)];
        foreach (var pair in pairs)
        {
            var entry = new Entry(new PairedCamera(End(pair.Primary, pair.PrimaryPlace), End(pair.Secondary, pair.SecondaryPlace)), pair.PrimaryPlace is null && pair.SecondaryPlace is null ? forAll : pair.Overrides.Places);
            if (!byCamera.ContainsKey(pair.Primary) && !byCamera.ContainsKey(pair.Secondary))
            {
                byCamera[pair.Primary] = byCamera[pair.Secondary] = entry;
                Count++;
                IsPlain |= pair.PrimaryPlace is null && pair.SecondaryPlace is null;
            }
        }
    }

    /// <summary>A map without pairs: every camera is shown alone.</summary>
    public static PairMap Empty { get; } = new(new LivePolicy(), []);

    /// <summary>How many pairs there are.</summary>
    public int Count { get; }

    /// <summary>True when the publication does not tell sites, recording servers and overrides of the pairs: an earlier release made it.</summary>
    public bool IsPlain { get; }

    /// <summary>The pair that a camera belongs to; null where it has none. O(1).</summary>
    /// <param name="cameraId">Its id on either side, a GUID in any case.</param>
    public PairedCamera? Find(string cameraId) => byCamera.TryGetValue(cameraId, out var entry) ? entry.Camera : null;

    /// <summary>What the policy says of a tile of a camera for this machine and user, overrides applied. The camera need not have a pair.</summary>
    public LivePolicy For(string cameraId, LiveClient client)
        => live.For(byCamera.TryGetValue(cameraId, out var entry) ? entry.Matching : forAll, client.Roles, client.Name);

    /// <summary>The same in the words of the decision.</summary>
    /// <param name="cameraId">A camera's id on either side.</param>
    /// <param name="client">This machine and user.</param>
    /// <param name="chance">The tile's own number from 0 up to 1: it spreads the ways home.</param>
    public TileSettings SettingsFor(string cameraId, LiveClient client, double chance) => TileSettingsOf.Policy(For(cameraId, client), chance);

    private static PairedEnd End(string camera, PublishedPlace? place) => new(place?.Site ?? "", camera, place?.RecorderId ?? "", place?.RecorderName ?? "");

    private sealed record Entry(PairedCamera Camera, IReadOnlyList<int> Matching);
}
