namespace RMF.Engine.Journal;

/// <summary>One run as the journal tells it.</summary>
/// <param name="File">The file it stands in.</param>
/// <param name="Id">The plan's id.</param>
/// <param name="StartedAt">UTC.</param>
public sealed record JournalRun(string File, string Id, DateTimeOffset StartedAt)
{
    public string Direction { get; init; } = string.Empty;

    public string PolicyHash { get; init; } = string.Empty;

    /// <summary>How many changes the plan was to write.</summary>
    public int Planned { get; init; }

    /// <summary>Guards that fired, and among them those that a person overrode.</summary>
    public IReadOnlyList<string> Guards { get; init; } = [];

    public IReadOnlyList<string> AllowedGuards { get; init; } = [];

    public IReadOnlyList<JournalRecord> Records { get; init; } = [];

    /// <summary>What is wrong with the file: a changed, missing or swapped record. Empty when the chain holds.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    /// <summary>True when the last line is half a record: the process died while it wrote.</summary>
    public bool IsTorn { get; init; }

    /// <summary>The hash that the run's first record continues from; empty for the first run of all.</summary>
    public string Previous { get; init; } = string.Empty;

    /// <summary>The hash of the last whole record.</summary>
    public string LastHash => Records.Count == 0 ? string.Empty : Records[Records.Count - 1].Hash;

    /// <summary>Null while the run goes on, and for one that died.</summary>
    public DateTimeOffset? EndedAt => Last(JournalEvent.Ended)?.Time;

    /// <summary>How it ended, as <see cref="Runs.RunResultCode"/>; null when it did not.</summary>
    public string? Result => Last(JournalEvent.Ended)?.Status;

    /// <summary>What was done, in numbers.</summary>
    public JournalCounts Counts => JournalCounts.Of(Changes.ToList());

    /// <summary>True for a run that left something to be done: it died, was stopped, or not all of it succeeded. False where a guard or a person must decide first.</summary>
    public bool IsResumable => Result is null or nameof(Runs.RunResultCode.Cancelled) or nameof(Runs.RunResultCode.PartlyApplied) or nameof(Runs.RunResultCode.NotVerified);

    /// <summary>Changes that were sent and whose outcome nobody knows.</summary>
    public IEnumerable<JournalRecord> WithoutOutcome => Changes.Where(c => c.Event is JournalEvent.Sent or JournalEvent.Unknown);

    /// <summary>Where the log of the run stands, when it wrote one.</summary>
    public string LogFile => FileJournal.LogOf(File);

    public bool IsRemembered => Last(JournalEvent.Remembered) is not null;

    /// <summary>The last record of each change, in the order in which they were first written down.</summary>
    public IEnumerable<JournalRecord> Changes
        => Records.Where(r => r.Change is not null).GroupBy(r => r.Change, StringComparer.Ordinal).Select(g => g.Last());

    private JournalRecord? Last(JournalEvent what) => Records.LastOrDefault(r => r.Event == what);
}
