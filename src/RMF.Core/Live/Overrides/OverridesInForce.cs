using RMF.Core.Inventory;

namespace RMF.Core.Live;

/// <summary>
/// The overrides of one moment, ready to be asked for thousands of tiles: a question costs a few look-ups, however many records there are.
/// Immutable and thread-safe.
/// </summary>
public sealed class OverridesInForce
{
    private readonly Dictionary<(OverrideScope, OverrideAct, Side, string), OverrideRecord> byKey = [];

    /// <param name="records">Of both sides, in any order.</param>
    /// <param name="now">Server time.</param>
    public OverridesInForce(IEnumerable<OverrideRecord> records, DateTimeOffset now)
    {
        All = OverrideMerge.Newest(records).Where(r => r.IsInForce(now)).ToList();
        foreach (var record in All)
        {
            byKey[record.Key] = record;
        }
    }

    /// <summary>None at all.</summary>
    public static OverridesInForce None { get; } = new([], default);

    /// <summary>How far server time is ahead of the clock of the host that asks. Default: not at all.</summary>
    public TimeSpan Ahead { get; init; }

    /// <summary>The newest record of each key that is in force, in the order of their serials.</summary>
    public IReadOnlyList<OverrideRecord> All { get; }

    /// <summary>The record that a tile goes by: that of its camera, else of its recording server, else of all. Of two of one scope the newer counts.</summary>
    /// <param name="act">What is asked for.</param>
    /// <param name="primary">Ids of the tile's camera and recording server on the primary.</param>
    /// <param name="secondary">Those on the secondary.</param>
    public OverrideRecord? Find(OverrideAct act, TileEnd primary, TileEnd secondary)
        => Newer(act, OverrideScope.Camera, primary.Camera, secondary.Camera)
            ?? Newer(act, OverrideScope.Recorder, primary.Recorder, secondary.Recorder)
            ?? (byKey.TryGetValue((OverrideScope.Side, act, Side.Primary, ""), out var all) ? all : null);

    /// <summary>What a tile is told.</summary>
    /// <param name="primary">Ids of the tile's camera and recording server on the primary.</param>
    /// <param name="secondary">Those on the secondary.</param>
    public TileOrder For(TileEnd primary, TileEnd secondary)
    {
        var pin = byKey.Count == 0 ? null : Find(OverrideAct.Show, primary, secondary);
        return new(pin?.Show, pin?.Until, byKey.Count > 0 && Find(OverrideAct.Suspend, primary, secondary) is not null);
    }

    private OverrideRecord? Newer(OverrideAct act, OverrideScope scope, string primary, string secondary)
    {
        byKey.TryGetValue((scope, act, Side.Primary, primary), out var one);
        byKey.TryGetValue((scope, act, Side.Secondary, secondary), out var other);
        return one is null || (other is not null && other.Serial > one.Serial) ? other : one;
    }
}
