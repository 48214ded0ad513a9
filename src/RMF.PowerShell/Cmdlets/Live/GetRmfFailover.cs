using System.Management.Automation;
using RMF.Core.Live;
using RMF.Engine.Live;
using RMF.PowerShell.Arguments;
using RMF.PowerShell.Errors;
using RMF.PowerShell.Runs;

namespace RMF.PowerShell.Cmdlets.Live;

/// <summary>Shows the operators' orders that are in force, and the sites that hold them.</summary>
[Cmdlet(VerbsCommon.Get, "RmfFailover")]
[OutputType(typeof(RmfFailover))]
public sealed class GetRmfFailover : PolicyCmdlet
{
    /// <summary>The name of a camera or recording server, wildcards allowed.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "*";

    /// <summary>Also orders that were lifted or whose time is up, while a site still keeps them.</summary>
    [Parameter]
    public SwitchParameter All { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        var sites = await ReachableSites.ConnectAsync(this, PolicyInUse, cancellationToken).ConfigureAwait(false);
        var seen = await OverrideStore.ReadAsync(sites, cancellationToken).ConfigureAwait(false);
        foreach (var failed in seen.Where(s => s.Error is not null))
        {
            WriteError(RmfErrorRecord.From(failed.Error!, failed.Site));
        }

        var pattern = NamePattern.Of(Name);
        var now = DateTimeOffset.UtcNow + ServerTime.Ahead(sites);
        foreach (var record in OverrideMerge.Newest(seen.SelectMany(s => s.Records ?? [])).Where(r => (All || r.IsInForce(now)) && pattern.IsMatch(r.Name)))
        {
            WriteObject(Overrides.Show(record, seen, PolicyInUse.Model.Sites.Keys, now));
        }
    }
}
