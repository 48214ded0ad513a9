namespace RMF.Engine.Runs;

/// <summary>What became of a change. Having been sent and having reached the state are two things.</summary>
public enum ChangeStatus
{
    /// <summary>Not carried out: it was only planned.</summary>
    Planned,

    /// <summary>The server confirmed it; it was not read back yet.</summary>
    Confirmed,

    /// <summary>Read back and as wanted.</summary>
    Verified,

    /// <summary>Read back and not as wanted.</summary>
    Diverged,

    /// <summary>It could not be read back.</summary>
    Unverifiable,

    /// <summary>The server refused it.</summary>
    Failed,

    /// <summary>Not tried, because something it needs failed, or nothing can be written for it.</summary>
    Skipped,

    /// <summary>The answer was lost.</summary>
    Unknown,

    /// <summary>The object had changed since the plan was made; nothing was written.</summary>
    Stale,
}
