using RMF.Core.Live;
using RMF.Engine.Live;
using RMF.Policy;
using RMF.Policy.Publishing;

namespace RMF.SmartClient.Model.Pairs;

/// <summary>The pairs of a publication, by the camera id of either side. Immutable and thread-safe.</summary>
public sealed class PairMap
{
    /// <param name="policy">The policy that was published with the pairs.</param>
    /// <param name="pairs">The pairs as they were published.</param>
    public PairMap(RedundancyPolicy policy, IReadOnlyList<CameraPair> pairs) => throw new NotSupportedException();

    /// <summary>A map without pairs: every camera is shown alone.</summary>
    public static PairMap Empty { get; } = null!;

    /// <summary>How many pairs there are.</summary>
    public int Count => 0;

    /// <summary>True when the publication does not tell sites, recording servers and overrides of the pairs: an earlier release made it.</summary>
    public bool IsPlain => false;

    /// <summary>The pair that a camera belongs to; null where it has none.</summary>
    /// <param name="cameraId">Its id on either side, a GUID in any spelling.</param>
    public PairedCamera? Find(string cameraId) => null;

    /// <summary>What the policy says of a tile of a camera for this machine and user, overrides applied. The camera need not have a pair.</summary>
    public LivePolicy For(string cameraId, LiveClient client) => throw new NotSupportedException();

    /// <summary>The same in the words of the decision.</summary>
    /// <param name="cameraId">A camera's id on either side.</param>
    /// <param name="client">This machine and user.</param>
    /// <param name="chance">The tile's own number from 0 up to 1: it spreads the ways home.</param>
    public TileSettings SettingsFor(string cameraId, LiveClient client, double chance) => throw new NotSupportedException();
}
