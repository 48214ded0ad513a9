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
}
