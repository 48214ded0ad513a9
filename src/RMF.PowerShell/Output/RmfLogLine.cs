using RMF.Engine.Logs;

namespace RMF.PowerShell;

/// <summary>One line of the log of a run.</summary>
public sealed class RmfLogLine
{
    internal RmfLogLine(string run, LogLine line)
    {
        Run = run;
        Time = line.Time.LocalDateTime;
        Level = line.Level.ToString();
        Text = line.Text;
    }

    /// <summary>The id of the run.</summary>
    public string Run { get; }

    /// <summary>When it was said.</summary>
    public DateTime Time { get; }

    /// <summary>Error, Warning, Information or Detail.</summary>
    public string Level { get; }

    /// <summary>What was said.</summary>
    public string Text { get; }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Time:s} {Level} {Text}");
}
