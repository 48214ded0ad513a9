namespace RMF.Core.Live;

/// <summary>Puts together what the sites of both sides hold. Pure: the same records give the same answer in any order, however often it is asked.</summary>
public static class OverrideMerge
{
    /// <summary>The newest record of each key, lifted and expired ones included, in the order of their serials.</summary>
    /// <param name="records">Of both sides, in any order.</param>
    public static IReadOnlyList<OverrideRecord> Newest(IEnumerable<OverrideRecord> records)
        => records.GroupBy(r => r.Key).Select(same => same.Aggregate(Newer)).OrderBy(r => r.Serial).ThenBy(Text, StringComparer.Ordinal).ToList();

    /// <summary>
    /// What each site should hold. Where a site could not be read, lifted records stay: it may hold the order that they lift. Expired ones go
    /// in any case, because each site tells that by itself.
    /// </summary>
    /// <param name="sites">What each site holds; null for one that could not be read.</param>
    /// <param name="now">Server time.</param>
    public static IReadOnlyList<OverrideRecord> Settled(IReadOnlyCollection<IReadOnlyList<OverrideRecord>?> sites, DateTimeOffset now)
    {
        var all = sites.SelectMany(s => s ?? []).ToList();
        var alive = new HashSet<(OverrideScope, OverrideAct, Inventory.Side, string)>(all.Where(r => r.IsInForce(now)).Select(r => r.Key));
        var allAreKnown = sites.All(s => s is not null);
        return Newest(all).Where(r => !r.IsExpired(now) && !(r.IsLifted && allAreKnown && !alive.Contains(r.Key))).ToList();
    }

    /// <summary>The serial for the next record: above all that are known.</summary>
    public static long NextSerial(IEnumerable<OverrideRecord> records) => records.Select(r => r.Serial).DefaultIfEmpty(0).Max() + 1;

    // Two clients that saw one side each may have given the same serial; the later order counts, then taking back, then the text.
    private static OverrideRecord Newer(OverrideRecord a, OverrideRecord b)
    {
        var order = a.Serial != b.Serial ? a.Serial.CompareTo(b.Serial)
            : a.From != b.From ? a.From.CompareTo(b.From)
            : a.IsLifted != b.IsLifted ? a.IsLifted.CompareTo(b.IsLifted)
            : string.CompareOrdinal(Text(a), Text(b));
        return order >= 0 ? a : b;
    }

    private static string Text(OverrideRecord record) => FormattableString.Invariant($"{record.Scope}|{record.Act}|{record.TargetSide}|{record.Target}|{record.Show}|{record.Until:O}|{record.User}|{record.Reason}|{record.Name}");
}
