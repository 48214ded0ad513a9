using System.Management.Automation;
using RMF.PowerShell.Arguments;

namespace RMF.PowerShell.Runs;

/// <summary>
/// The base of cmdlets that take cameras from the pipeline, or all of them where none is named, and do their work once, after the last input.
/// </summary>
public abstract class CameraCmdlet : RunCmdlet
{
    private bool isAsked;

    /// <summary>Cameras: names with wildcards, ids or objects. Default: all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ItemSelectorArgument("Camera")]
    [ArgumentCompleter(typeof(CameraCompleter))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public ItemSelector[] Camera { get; set; } = [];

    /// <summary>The cameras that are meant.</summary>
    private protected Selection Wanted { get; } = new("Camera");

    /// <inheritdoc/>
    protected sealed override void ProcessRecord()
    {
        isAsked = true;
        Wanted.Add(Camera);
    }

    /// <inheritdoc/>
    protected sealed override async Task EndAsync(CancellationToken cancellationToken)
    {
        if (isAsked)
        {
            await RunAsync(cancellationToken).ConfigureAwait(false);
        }
        else
        {
            NothingAsked();
        }
    }

    /// <summary>Called where the pipeline was empty: that means no camera, not all.</summary>
    private protected virtual void NothingAsked()
    {
    }

    /// <summary>Does what the cmdlet is for.</summary>
    private protected abstract Task RunAsync(CancellationToken cancellationToken);
}
