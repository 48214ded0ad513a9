using RMF.Engine.Journal;
using RMF.Engine.Runs;

namespace RMF.Engine.Ports;

/// <summary>Keeps what runs were about to do and did, written ahead of every request. Thread-safe; one run at a time writes.</summary>
public interface IJournal
{
    /// <summary>
    /// Begins the record of a run and holds the lock of runs until it is closed. Fails when another run holds it (RMF2205) or when nothing can
    /// be written (RMF2206); no request may leave then.
    /// </summary>
    Task<RunOutcome<IRunJournal>> BeginAsync(JournalStart start, CancellationToken cancellationToken);

    /// <summary>Runs that are kept, oldest first.</summary>
    /// <param name="last">How many of the newest; 1 or more.</param>
    RunOutcome<IReadOnlyList<JournalRun>> Read(int last);
}
