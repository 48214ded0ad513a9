using System.Management.Automation;
using RMF.Core.Playback;
using RMF.Engine.Playback;
using RMF.PowerShell.Arguments;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Playback;

/// <summary>The base of cmdlets that look at cameras' recordings in a range of time. Both sides are read once, after the last input.</summary>
public abstract class RangeCmdlet : PlaybackCmdlet
{
    private bool isAsked;
    private TimeRange range;

    /// <summary>Cameras: names with wildcards, ids or objects. Default: all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ItemSelectorArgument("Camera")]
    [ArgumentCompleter(typeof(CameraCompleter))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public ItemSelector[] Camera { get; set; } = [];

    /// <summary>The begin. Default: 24 hours before the end.</summary>
    [Parameter(Position = 1)]
    public DateTime? From { get; set; }

    /// <summary>The end. Default, and at most: now.</summary>
    [Parameter(Position = 2)]
    public DateTime? To { get; set; }

    /// <summary>So long before the end, e.g. <c>2h</c>, in place of -From.</summary>
    [Parameter]
    [DurationArgument]
    public TimeSpan? Last { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        range = this.Window(From, To, Last, Now);
        base.BeginProcessing();
    }

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
            await RunAsync(await FindAsync(cancellationToken).ConfigureAwait(false), range, cancellationToken).ConfigureAwait(false);
        }
    }

    private protected abstract Task RunAsync(IReadOnlyList<RecordedPair> pairs, TimeRange range, CancellationToken cancellationToken);
}
