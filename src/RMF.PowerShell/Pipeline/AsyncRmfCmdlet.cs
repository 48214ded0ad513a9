using System.Management.Automation;
using RMF.PowerShell.Errors;

namespace RMF.PowerShell.Pipeline;

/// <summary>
/// The base of cmdlets that wait for something. Override one of the three async methods; they run on the thread pool, one at a time.
/// From there every Write method, ShouldProcess and ShouldContinue of this class may be called on any thread: the pipeline's thread makes the call.
/// Ctrl+C cancels the token; what has not ended after <see cref="PipelinePump.StopGrace"/> is let go, and what it still writes is dropped.
/// Whatever an async method throws ends the cmdlet with an error record that carries advice.
/// Read SessionState, resolve paths and run script by <see cref="OnPipeline{T}"/> alone.
/// </summary>
public abstract partial class AsyncRmfCmdlet : RmfCmdlet, IDisposable
{
    private readonly PipelinePump pump = new();

    /// <summary>Runs once, before the first input.</summary>
    protected virtual Task BeginAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Runs once for each input, and once when there is no pipeline input.</summary>
    protected virtual Task ProcessAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Runs once, after the last input.</summary>
    protected virtual Task EndAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        // Found here, because the runspace is known to the pipeline's thread alone.
        _ = Session;
        Run(BeginAsync);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Run(ProcessAsync);

    /// <inheritdoc/>
    protected override void EndProcessing() => Run(EndAsync);

    /// <inheritdoc/>
    protected override void StopProcessing() => pump.Stop();

    /// <summary>PowerShell calls it when the cmdlet has ended.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Override it to let go of what the cmdlet holds; call the base last.</summary>
    protected virtual void Dispose(bool disposing) => pump.Close();

    /// <summary>Has the pipeline's thread make a call and waits for its answer: variables, paths, script blocks, other commands.</summary>
    /// <exception cref="OperationCanceledException">The pipeline was stopped first.</exception>
    protected internal T OnPipeline<T>(Func<T> call) => pump.Ask(call);

    private void Run(Func<CancellationToken, Task> work)
    {
        try
        {
            pump.Run(work);
        }
        catch (TerminatingErrorException exception)
        {
            base.ThrowTerminatingError(exception.Record);
        }
        catch (Exception exception) when (exception is not RuntimeException && !IsFlowControl(exception))
        {
            base.ThrowTerminatingError(RmfErrorRecord.From(exception, target: null));
        }
    }

    // Break, continue, exit and Select-Object -First travel as exceptions of PowerShell's own that are not public.
    private static bool IsFlowControl(Exception exception) =>
        exception.GetType().Assembly == typeof(PSCmdlet).Assembly;
}
