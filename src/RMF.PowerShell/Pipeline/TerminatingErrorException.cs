using System.Management.Automation;

namespace RMF.PowerShell.Pipeline;

/// <summary>Carries an error record out of asynchronous work to the pipeline's thread, which ends the cmdlet with it.</summary>
internal sealed class TerminatingErrorException : Exception
{
    public TerminatingErrorException(ErrorRecord record)
        : base(record.Exception.Message, record.Exception) => Record = record;

    public ErrorRecord Record { get; }
}
