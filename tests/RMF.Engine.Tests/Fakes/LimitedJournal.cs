using RMF.Engine.Journal;
using RMF.Engine.Ports;
using RMF.Engine.Runs;

namespace RMF.Engine.Tests.Fakes;

/// <summary>A journal whose disk is full after so many appends.</summary>
internal sealed class LimitedJournal(int appends) : IJournal, IRunJournal
{
    private int left = appends;

    public Task<RunOutcome<IRunJournal>> BeginAsync(JournalStart start, CancellationToken cancellationToken) => Task.FromResult(RunOutcome<IRunJournal>.Of(this));

    public RunOutcome<IReadOnlyList<JournalRun>> Read(int last) => RunOutcome<IReadOnlyList<JournalRun>>.Of([]);

    public Task<RunFailure?> AppendAsync(IReadOnlyList<JournalEntry> entries)
        => Task.FromResult(Interlocked.Decrement(ref left) >= 0 ? null : new RunFailure("RMF2206", "The disk is full.", "Make room."));

    public void Dispose()
    {
    }
}
