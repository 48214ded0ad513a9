using System.Management.Automation;

namespace RMF.PowerShell.Pipeline;

/// <content>PowerShell's own methods, made callable from any thread. They hide the originals, which throw off the pipeline's thread.</content>
public abstract partial class AsyncRmfCmdlet
{
    /// <summary>Writes one object. Returns at once; waits only when the pipeline is <see cref="PipelinePump.QueueLimit"/> calls behind.</summary>
    public new void WriteObject(object? sendToPipeline) => pump.Post(() => base.WriteObject(sendToPipeline));

    /// <summary>Writes an object, or its elements. The collection must not change afterwards.</summary>
    public new void WriteObject(object? sendToPipeline, bool enumerateCollection) => pump.Post(() => base.WriteObject(sendToPipeline, enumerateCollection));

    /// <summary>Reports a failure that does not end the cmdlet.</summary>
    public new void WriteError(ErrorRecord errorRecord) => pump.Post(() => base.WriteError(errorRecord));

    /// <inheritdoc cref="Cmdlet.WriteWarning"/>
    public new void WriteWarning(string text) => pump.Post(() => base.WriteWarning(text));

    /// <inheritdoc cref="Cmdlet.WriteVerbose"/>
    public new void WriteVerbose(string text) => pump.Post(() => base.WriteVerbose(text));

    /// <inheritdoc cref="Cmdlet.WriteDebug"/>
    public new void WriteDebug(string text) => pump.Post(() => base.WriteDebug(text));

    /// <inheritdoc cref="Cmdlet.WriteInformation(InformationRecord)"/>
    public new void WriteInformation(InformationRecord informationRecord) => pump.Post(() => base.WriteInformation(informationRecord));

    /// <inheritdoc cref="Cmdlet.WriteInformation(object, string[])"/>
    public new void WriteInformation(object messageData, string[] tags) => pump.Post(() => base.WriteInformation(messageData, tags));

    /// <inheritdoc cref="Cmdlet.WriteProgress"/>
    public new void WriteProgress(ProgressRecord progressRecord) => pump.Post(() => base.WriteProgress(progressRecord));

    /// <summary>Asks whether to go on (-WhatIf, -Confirm). Waits for the answer.</summary>
    /// <exception cref="OperationCanceledException">The pipeline was stopped first.</exception>
    public new bool ShouldProcess(string target) => pump.Ask(() => base.ShouldProcess(target));

    /// <inheritdoc cref="ShouldProcess(string)"/>
    public new bool ShouldProcess(string target, string action) => pump.Ask(() => base.ShouldProcess(target, action));

    /// <inheritdoc cref="ShouldProcess(string)"/>
    public new bool ShouldProcess(string verboseDescription, string verboseWarning, string caption) =>
        pump.Ask(() => base.ShouldProcess(verboseDescription, verboseWarning, caption));

    /// <summary>Asks whatever the preferences say. Waits for the answer.</summary>
    /// <exception cref="OperationCanceledException">The pipeline was stopped first.</exception>
    public new bool ShouldContinue(string query, string caption) => pump.Ask(() => base.ShouldContinue(query, caption));

    /// <summary>Ends the cmdlet with an error, from any thread. Never returns.</summary>
    public new void ThrowTerminatingError(ErrorRecord errorRecord)
    {
        if (pump.IsOnPipeline)
        {
            base.ThrowTerminatingError(errorRecord);
        }

        throw new TerminatingErrorException(errorRecord);
    }
}
