namespace RMF.Engine.Journal;

/// <summary>What became of changes, from the last record of each.</summary>
/// <param name="All">Changes that stand in the journal.</param>
/// <param name="Done">Confirmed or read back as wanted.</param>
/// <param name="Failed">Refused, without effect, or not fitting any more.</param>
/// <param name="Skipped">Nothing was sent for them.</param>
/// <param name="Unknown">Sent, and nobody knows what became of them.</param>
public sealed record JournalCounts(int All, int Done, int Failed, int Skipped, int Unknown)
{
    /// <param name="changes">The last record of each change.</param>
    public static JournalCounts Of(IReadOnlyCollection<JournalRecord> changes) => new(
        changes.Count,
        changes.Count(c => c.Status is "Verified" or "Confirmed"),
        changes.Count(c => c.Status is "Failed" or "Diverged" or "Stale"),
        changes.Count(c => c.Status is "Skipped"),
        changes.Count(c => c.Event == JournalEvent.Sent || c.Status is "Unknown" or "Unverifiable"));
}
