namespace RMF.PowerShell;

/// <summary>An expected failure of a cmdlet; the error record around it carries the advice.</summary>
public class RmfException : Exception
{
    /// <summary>Makes one.</summary>
    /// <param name="message">One sentence: what, where. Never a secret.</param>
    /// <param name="cause">The exception behind it, if any.</param>
    public RmfException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }

    /// <summary>What a step of a pipeline ends with: 1 error, 2 changes pending, 3 refused by a guard, 4 policy invalid, 5 partly applied, 6 cancelled, 7 plan stale, 8 not verified.</summary>
    public int ExitCode { get; internal init; } = 1;
}
