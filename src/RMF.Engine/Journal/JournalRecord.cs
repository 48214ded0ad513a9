namespace RMF.Engine.Journal;

/// <summary>One line of a journal as it was read.</summary>
/// <param name="Number">1 for the first of its run.</param>
/// <param name="Time">UTC.</param>
/// <param name="Event">What it says.</param>
/// <param name="Hash">SHA-256 over the hash before it and its own content; the chain that Test-RmfJournal follows.</param>
public sealed record JournalRecord(int Number, DateTimeOffset Time, JournalEvent Event, string Hash)
{
    /// <summary>The id of the change in its plan.</summary>
    public string? Change { get; init; }

    public string? Action { get; init; }

    public string? Kind { get; init; }

    public string? Site { get; init; }

    /// <summary>Key of the item on the source, e.g. <c>east/Hardware/…</c>.</summary>
    public string? Source { get; init; }

    /// <summary>Key of the item on the target.</summary>
    public string? Target { get; init; }

    /// <summary>Key of the target's recording server.</summary>
    public string? TargetRecorder { get; init; }

    public bool WasThere { get; init; }

    public string? Status { get; init; }

    public string? Reason { get; init; }

    /// <summary>Paths of the values that were to be written.</summary>
    public IReadOnlyList<string> Properties { get; init; } = [];
}
