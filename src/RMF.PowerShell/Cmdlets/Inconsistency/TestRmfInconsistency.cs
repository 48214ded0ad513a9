using System.Management.Automation;
using RMF.Core.Words;
using RMF.Engine.Runs;
using RMF.PowerShell.Arguments;
using RMF.PowerShell.Cmdlets.Operator;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Inconsistency;

/// <summary>Finds what is out of step between the two sides, one object per difference. Pipes into Repair-RmfInconsistency.</summary>
[Cmdlet(VerbsDiagnostic.Test, "RmfInconsistency")]
[OutputType(typeof(RmfDifference), typeof(bool))]
public sealed class TestRmfInconsistency : RunCmdlet
{
    private readonly Selection wanted = new("Camera");
    private bool isAsked;

    /// <summary>Cameras and devices by their name on the source; wildcards allowed. Default: all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Camera")]
    [ItemSelectorArgument("Camera")]
    [ArgumentCompleter(typeof(CameraCompleter))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public ItemSelector[] Name { get; set; } = [];

    /// <summary>Writes only true (something is out of step) or false.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        isAsked = true;
        wanted.Add(Name);
    }

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        if (!isAsked)
        {
            return;
        }

        using var events = new CmdletEvents(this, "Comparing both sides");
        var sites = await ConnectAsync(cancellationToken).ConfigureAwait(false);
        var run = await PrepareAsync(sites, PlanScope.Everything, events, cancellationToken).ConfigureAwait(false);
        WarnIncomplete(run);
        if (run.Plan.Unknown.Count > 0)
        {
            WriteWarning($"Not read, and so neither equal nor different: {Counted.Of(run.Plan.Unknown.Count, "part")}.");
        }

        var found = Differences.Of(run).Concat(await LackingAsync(cancellationToken).ConfigureAwait(false)).Where(d => wanted.Includes(d.Pair)).ToList();
        if (Quiet)
        {
            WriteObject(found.Exists(d => d.Severity != Differences.Information));
        }
        else
        {
            WriteObject(found, enumerateCollection: true);
        }
    }

    /// <summary>What a side lacks of what operators did.</summary>
    private async Task<IEnumerable<RmfDifference>> LackingAsync(CancellationToken cancellationToken)
    {
        var work = new OperatorWork(this);
        return work.Mending.IsIdle
            ? []
            : (await work.FindAsync(await work.ReachAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false)).Select(OperatorDifferences.Of);
    }
}
