namespace RMF.Engine.Logs;

/// <summary>How much a line of a log matters, the gravest first.</summary>
public enum LogLevel
{
    /// <summary>The run or a change of it did not succeed.</summary>
    Error,

    /// <summary>A person should see it.</summary>
    Warning,

    /// <summary>What the run does.</summary>
    Information,

    /// <summary>Each request to a site, with its status and time.</summary>
    Detail,
}
