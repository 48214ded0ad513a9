namespace RMF.Engine.Journal;

/// <summary>What a record of the journal says.</summary>
public enum JournalEvent
{
    /// <summary>A run began: its plan, and the guards that fired and were overridden.</summary>
    Started,

    /// <summary>A change is about to be carried out. Nothing was sent for it yet.</summary>
    Intended,

    /// <summary>From here on requests may have left. Without an outcome after it, nobody knows what the site did.</summary>
    Sent,

    /// <summary>The server confirmed it, or it was read back as wanted.</summary>
    Confirmed,

    /// <summary>The server refused it.</summary>
    Failed,

    /// <summary>The answer was lost.</summary>
    Unknown,

    /// <summary>Nothing was sent for it.</summary>
    Skipped,

    /// <summary>Read back after the run: as wanted or not.</summary>
    Verified,

    /// <summary>The state of the next run is stored.</summary>
    Remembered,

    /// <summary>The run ended by itself, well or not.</summary>
    Ended,
}
