using RMF.Core.Inventory;
using RMF.Engine.Journal;
using RMF.Engine.Ports;

namespace RMF.Engine.Runs.Setup;

/// <summary>
/// Finds in the journal the devices that runs added and never remembered: the process died, or the answer was lost. They are half-made, and of
/// our making.
/// </summary>
internal sealed class UnfinishedWork
{
    /// <summary>Runs that are looked through. More runs than that in a row do not die before one ends.</summary>
    private const int LastRuns = 20;

    private readonly IJournal journal;

    public UnfinishedWork(IJournal journal) => this.journal = journal;

    public RunOutcome<UnfinishedCreations> Read()
    {
        if (!journal.Read(LastRuns).TryGet(out var runs, out var failure))
        {
            return failure;
        }

        var found = new HashSet<(string Source, string Recorder)>();
        for (var i = runs.Count - 1; i >= 0; i--)
        {
            foreach (var creation in runs[i].Changes.Where(c => IsUnfinished(c, runs[i].IsRemembered)))
            {
                found.Add((creation.Source!, creation.TargetRecorder!));
            }

            if (runs[i].IsRemembered)
            {
                break;
            }
        }

        return new UnfinishedCreations(found);
    }

    private static bool IsUnfinished(JournalRecord last, bool isRemembered)
        => last is { Action: nameof(Core.Planning.ChangeAction.Create), Kind: nameof(ItemKind.Hardware), Source: not null, TargetRecorder: not null, WasThere: false }
            && (last.Event switch
            {
                // Sent without an outcome, or an outcome that nobody knows.
                JournalEvent.Sent or JournalEvent.Unknown => true,
                JournalEvent.Confirmed => !isRemembered,
                JournalEvent.Verified => !isRemembered && last.Target is not null,
                JournalEvent.Failed => last.Target is not null,
                _ => false,
            });
}
