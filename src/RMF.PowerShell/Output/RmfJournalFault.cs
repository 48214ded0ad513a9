namespace RMF.PowerShell;

/// <summary>Something that is wrong with a journal.</summary>
public sealed class RmfJournalFault
{
    internal RmfJournalFault(string run, string path, string severity, string fault)
    {
        Run = run;
        Path = path;
        Severity = severity;
        Fault = fault;
    }

    /// <summary>The run's id, as far as the file tells.</summary>
    public string Run { get; }

    /// <summary>Error where a record was changed, is missing or stands in another place; Information for the end of a run that died.</summary>
    public string Severity { get; }

    /// <summary>What is wrong.</summary>
    public string Fault { get; }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <inheritdoc/>
    public override string ToString() => Fault;
}
