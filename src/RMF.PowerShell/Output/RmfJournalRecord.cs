using RMF.Engine.Journal;

namespace RMF.PowerShell;

/// <summary>One record of the journal.</summary>
public sealed class RmfJournalRecord
{
    internal RmfJournalRecord(JournalRun run, JournalRecord record)
    {
        Run = run.Id;
        Number = record.Number;
        Time = record.Time.LocalDateTime;
        Event = record.Event.ToString();
        Action = record.Action;
        Kind = record.Kind;
        Site = record.Site;
        Change = record.Change;
        Target = record.Target;
        Status = record.Status;
        Reason = record.Reason;
        Property = [.. record.Properties];
    }

    /// <summary>The run's id.</summary>
    public string Run { get; }

    /// <summary>Its place in the run, from 1.</summary>
    public int Number { get; }

    /// <summary>When it was written.</summary>
    public DateTime Time { get; }

    /// <summary>Started, Intended, Sent, Confirmed, Failed, Unknown, Skipped, Verified, Remembered or Ended.</summary>
    public string Event { get; }

    /// <summary>Create, Update and so on; empty for records of the run as a whole.</summary>
    public string? Action { get; }

    /// <summary>XProtect's word for the object.</summary>
    public string? Kind { get; }

    /// <summary>The site that is written to.</summary>
    public string? Site { get; }

    /// <summary>The change's id in its plan: where the object stands.</summary>
    public string? Change { get; }

    /// <summary>The object on the target.</summary>
    public string? Target { get; }

    /// <summary>What became of it.</summary>
    public string? Status { get; }

    /// <summary>Why, where there is something to say.</summary>
    public string? Reason { get; }

    /// <summary>The values that were to be written.</summary>
    public string[] Property { get; }
}
