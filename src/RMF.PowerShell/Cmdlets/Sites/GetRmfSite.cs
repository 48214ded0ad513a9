using System.Management.Automation;
using RMF.PowerShell.Arguments;
using RMF.PowerShell.Pipeline;
using RMF.PowerShell.Runs;
using RMF.PowerShell.Sessions;

namespace RMF.PowerShell.Cmdlets.Sites;

/// <summary>Lists the sites that this session is logged in to.</summary>
[Cmdlet(VerbsCommon.Get, "RmfSite")]
[OutputType(typeof(RmfSite))]
public sealed class GetRmfSite : RmfCmdlet
{
    /// <summary>The site's name; wildcards allowed.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(SiteCompleter))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string Site { get; set; } = "*";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var pattern = NamePattern.Of(Site);
        var found = Session.Get<SessionSites>().All.Where(s => pattern.IsMatch(s.Info.Name)).ToList();
        if (found.Count == 0 && !WildcardPattern.ContainsWildcardCharacters(Site))
        {
            WriteError(SiteObjects.NotConnected(Site));
        }

        foreach (var site in found)
        {
            WriteObject(SiteObjects.Of(site.Info));
        }
    }
}
