using RMF.Engine.Journal;
using RMF.Engine.Ports;
using RMF.Engine.Runs;

namespace RMF.Simulation.Tests.Faults;

/// <summary>A journal on which something happens at a certain record: the disk is full from then on, or the run is cancelled. Used for one run.</summary>
internal sealed class FaultyJournal(FileJournal inner, int failsAt, int cancelsAt, CancellationTokenSource cancel) : IJournal
{
    /// <summary>No record has this number.</summary>
    public const int Never = int.MaxValue;

    public async Task<RunOutcome<IRunJournal>> BeginAsync(JournalStart start, CancellationToken cancellationToken)
        => (await inner.BeginAsync(start, cancellationToken)).TryGet(out var run, out var failure) ? RunOutcome<IRunJournal>.Of(new Run(this, run)) : failure;

    public RunOutcome<IReadOnlyList<JournalRun>> Read(int last) => inner.Read(last);

    private sealed class Run(FaultyJournal owner, IRunJournal run) : IRunJournal
    {
        private int records;

        public Task<RunFailure?> AppendAsync(IReadOnlyList<JournalEntry> entries) => owner.AppendAsync(run, entries, Interlocked.Add(ref records, entries.Count));

        public void Dispose() => run.Dispose();
    }

    private Task<RunFailure?> AppendAsync(IRunJournal run, IReadOnlyList<JournalEntry> entries, int records)
    {
        if (records >= cancelsAt)
        {
            cancel.Cancel();
        }

        return records >= failsAt ? Task.FromResult<RunFailure?>(new RunFailure("RMF2206", "the disk is full.", "Look at the test.")) : run.AppendAsync(entries);
    }
}
