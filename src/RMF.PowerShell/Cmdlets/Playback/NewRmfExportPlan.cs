using System.Management.Automation;
using RMF.Core.Playback;
using RMF.Engine.Playback;

namespace RMF.PowerShell.Cmdlets.Playback;

/// <summary>Plans an export: the fewest pieces of both sides that cover what there is, and the holes that neither covers. Reads only.</summary>
[Cmdlet(VerbsCommon.New, "RmfExportPlan")]
[OutputType(typeof(RmfExportPlan))]
public sealed class NewRmfExportPlan : RangeCmdlet
{
    /// <summary>The side that gives what both have. Default: the policy's <c>playback.priority</c>.</summary>
    [Parameter]
    [ValidateSet("Primary", "Secondary")]
    public string? Prefer { get; set; }

    private protected override async Task RunAsync(IReadOnlyList<RecordedPair> pairs, TimeRange range, CancellationToken cancellationToken)
    {
        var preparation = new ExportPreparation(NewReader());
        var serving = Preferring.Side(Prefer, Preference);
        foreach (var pair in pairs)
        {
            WriteObject(new RmfExportPlan(await preparation.PlanAsync(pair, range, serving, cancellationToken).ConfigureAwait(false)));
        }
    }
}
