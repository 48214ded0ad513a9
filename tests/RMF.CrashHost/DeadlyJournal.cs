using System.Diagnostics;
using RMF.Engine.Journal;
using RMF.Engine.Ports;
using RMF.Engine.Runs;

namespace RMF.CrashHost;

/// <summary>Kills the process (SIGKILL: no handler, no finally, no flush) when the record of this number is on the disk. The first record is the run's start.</summary>
internal sealed class DeadlyJournal(FileJournal inner, int deadly) : IJournal
{
    public async Task<RunOutcome<IRunJournal>> BeginAsync(JournalStart start, CancellationToken cancellationToken)
    {
        var begun = await inner.BeginAsync(start, cancellationToken);
        if (begun.Failure is null && deadly <= 1)
        {
            Process.GetCurrentProcess().Kill();
        }

        return begun.TryGet(out var run, out var failure) ? RunOutcome<IRunJournal>.Of(new Run(run, deadly - 1)) : failure;
    }

    public RunOutcome<IReadOnlyList<JournalRun>> Read(int last) => inner.Read(last);

    private sealed class Run(IRunJournal inner, int left) : IRunJournal
    {
        private readonly SemaphoreSlim gate = new(1);
        private int left = left;

        public async Task<RunFailure?> AppendAsync(IReadOnlyList<JournalEntry> entries)
        {
            // One at a time, so that exactly so many records are there and none that was asked for later.
            await gate.WaitAsync();
            try
            {
                var written = await inner.AppendAsync(entries.Take(left).ToList());
                left -= entries.Count;
                if (left <= 0)
                {
                    Process.GetCurrentProcess().Kill();
                }

                return written;
            }
            finally
            {
                gate.Release();
            }
        }

        public void Dispose() => inner.Dispose();
    }
}
