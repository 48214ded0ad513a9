using RMF.Engine.Journal;
using RMF.Engine.Runs;

namespace RMF.Engine.Ports;

/// <summary>The journal of one run. Thread-safe. Disposing it lets the next run begin; a run that ended has written <see cref="JournalEvent.Ended"/> before.</summary>
public interface IRunJournal : IDisposable
{
    /// <summary>Appends records and returns when they are on the disk. A failure is final: every later call fails with it.</summary>
    /// <returns>Null when they were written.</returns>
    Task<RunFailure?> AppendAsync(IReadOnlyList<JournalEntry> entries);
}
