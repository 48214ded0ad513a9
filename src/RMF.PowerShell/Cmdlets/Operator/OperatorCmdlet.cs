using System.Management.Automation;
using RMF.Core.Inventory;
using RMF.Engine.Operator;
using RMF.PowerShell.Arguments;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Operator;

/// <summary>The base of cmdlets for what operators do with cameras, on both sides or on one. The sides are read once, after the last input.</summary>
public abstract class OperatorCmdlet : PolicyCmdlet
{
    private readonly Selection wanted = new("Camera");
    private bool isAsked;

    /// <summary>Cameras: names with wildcards, ids or objects.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ItemSelectorArgument("Camera")]
    [ArgumentCompleter(typeof(CameraCompleter))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public virtual ItemSelector[] Camera { get; set; } = [];

    /// <summary>One side alone. Default: both. What one side alone was asked for is not remembered for the other one.</summary>
    [Parameter]
    [ValidateSet("Primary", "Secondary", "Both")]
    public string Side { get; set; } = "Both";

    private protected IEnumerable<Core.Inventory.Side> Sides => new[] { Core.Inventory.Side.Primary, Core.Inventory.Side.Secondary }.Where(s => Filters.OnSide(Side, s.ToString()));

    /// <summary>No camera was named: all are meant.</summary>
    private protected bool IsEverything => wanted.IsEverything;

    private protected bool IsBoth => Side == "Both";

    private protected Remembering Remembers => IsBoth ? Remembering.WhenOtherSideDid : Remembering.Never;

    /// <inheritdoc/>
    protected sealed override void ProcessRecord()
    {
        isAsked = true;
        wanted.Add(Camera);
        Collect();
    }

    /// <summary>Takes one input: the parameters are bound to it.</summary>
    private protected virtual void Collect()
    {
    }

    /// <inheritdoc/>
    protected sealed override async Task EndAsync(CancellationToken cancellationToken)
    {
        if (!isAsked)
        {
            return;
        }

        var work = new OperatorWork(this);
        var reach = await work.ReachAsync(cancellationToken).ConfigureAwait(false);
        var found = reach.Cameras.Where(IsMeant).ToList();
        foreach (var error in wanted.Missing(reach.Cameras.SelectMany(c => new[] { c.Name, c.SecondaryName }.OfType<string>())))
        {
            WriteError(error);
        }

        if (found.Count > 0)
        {
            await RunAsync(work, reach, found, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Does it for the cameras that were found; at least one.</summary>
    private protected abstract Task RunAsync(OperatorWork work, CameraReach reach, IReadOnlyList<OperatorCamera> cameras, CancellationToken cancellationToken);

    // Looked at on each side, so that a selector counts as found by whichever name or id it hits.
    private bool IsMeant(OperatorCamera camera)
    {
        var byPrimary = wanted.Includes(camera.Name, camera.Primary?.Id ?? "");
        return (camera.Secondary is { } secondary && !wanted.IsEverything && wanted.Includes(camera.SecondaryName ?? camera.Name, secondary.Id)) || byPrimary;
    }
}
