using RMF.Engine.Journal;

namespace RMF.PowerShell;

/// <summary>One run as the journal tells it.</summary>
public sealed class RmfRun
{
    internal RmfRun(JournalRun run)
    {
        var changes = run.Changes.ToList();
        Id = run.Id;
        StartedAt = run.StartedAt.LocalDateTime;
        EndedAt = run.EndedAt?.LocalDateTime;
        Result = run.Result ?? "Interrupted";
        Message = run.Records.LastOrDefault(r => r.Event == JournalEvent.Ended)?.Reason
            ?? "It did not end by itself: it goes on still, or its process died. Resume-RmfPlan goes on from what the sites hold now.";
        Direction = run.Direction;
        Planned = run.Planned;
        (_, Done, Failed, Skipped, Unknown) = JournalCounts.Of(changes);
        Guard = [.. run.Guards];
        AllowedGuard = [.. run.AllowedGuards];
        Steps = [.. changes.GroupBy(c => (c.Kind, c.Action)).Select(g => new RmfRunStep(g.Key.Kind ?? "", g.Key.Action ?? "", [.. g]))];
        Path = run.File;
    }

    /// <summary>The id of its plan.</summary>
    public string Id { get; }

    /// <summary>When it began.</summary>
    public DateTime StartedAt { get; }

    /// <summary>When it ended; empty for a run that goes on or died.</summary>
    public DateTime? EndedAt { get; }

    /// <summary>From its start to its end; empty while there is none.</summary>
    public TimeSpan? Duration => EndedAt - StartedAt;

    /// <summary>InWantedState, PartlyApplied, GuardRefused and so on; Interrupted for a run that did not end by itself.</summary>
    public string Result { get; }

    /// <summary>How it ended, in words.</summary>
    public string Message { get; }

    /// <summary>Backup or Restore.</summary>
    public string Direction { get; }

    /// <summary>Changes that the plan was to write.</summary>
    public int Planned { get; }

    /// <summary>Changes that were confirmed.</summary>
    public int Done { get; }

    /// <summary>Changes that were refused or did not take effect.</summary>
    public int Failed { get; }

    /// <summary>Changes for which nothing was sent.</summary>
    public int Skipped { get; }

    /// <summary>Changes that were sent and whose outcome nobody knows.</summary>
    public int Unknown { get; }

    /// <summary>Guards that fired, with their message.</summary>
    public string[] Guard { get; }

    /// <summary>Guards that a person overrode by name.</summary>
    public string[] AllowedGuard { get; }

    /// <summary>What was done, by kind and action.</summary>
    public RmfRunStep[] Steps { get; }

    /// <summary>The file in the journal.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{StartedAt:s} {Result}";
}
