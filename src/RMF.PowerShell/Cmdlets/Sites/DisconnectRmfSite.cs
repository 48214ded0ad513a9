using System.Management.Automation;
using RMF.PowerShell.Arguments;
using RMF.PowerShell.Pipeline;
using RMF.PowerShell.Runs;
using RMF.PowerShell.Sessions;

namespace RMF.PowerShell.Cmdlets.Sites;

/// <summary>Logs out of sites.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "RmfSite")]
public sealed class DisconnectRmfSite : RmfCmdlet
{
    /// <summary>The site's name; wildcards allowed. Default: all.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SiteCompleter))]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string Site { get; set; } = "*";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var sites = Session.Get<SessionSites>();
        var pattern = NamePattern.Of(Site);
        var names = sites.All.Select(s => s.Info.Name).Where(pattern.IsMatch).ToList();
        if (names.Count == 0 && !WildcardPattern.ContainsWildcardCharacters(Site))
        {
            WriteError(SiteObjects.NotConnected(Site));
        }

        foreach (var name in names)
        {
            sites.Remove(name);
            Session.Get<RunMemory>().Origins.TryRemove(name, out _);
            WriteVerbose($"Logged out of {name}");
        }
    }
}
