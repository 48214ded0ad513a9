using RMF.Engine.Ports;
using RMF.Engine.Runs;

namespace RMF.Engine.Journal;

/// <summary>Nothing is written down: for hosts that keep no files.</summary>
public sealed class NoJournal : IJournal, IRunJournal
{
    public static readonly NoJournal Instance = new();

    private NoJournal()
    {
    }

    public Task<RunOutcome<IRunJournal>> BeginAsync(JournalStart start, CancellationToken cancellationToken) => Task.FromResult(RunOutcome<IRunJournal>.Of(this));

    public RunOutcome<IReadOnlyList<JournalRun>> Read(int last) => RunOutcome<IReadOnlyList<JournalRun>>.Of([]);

    public Task<RunFailure?> AppendAsync(IReadOnlyList<JournalEntry> entries) => Task.FromResult<RunFailure?>(null);

    public void Dispose()
    {
    }
}
