using System.Management.Automation;
using RMF.Engine.Ports;
using RMF.PowerShell.Errors;

namespace RMF.PowerShell.Runs;

/// <summary>Shows a logged-in site.</summary>
internal static class SiteObjects
{
    public static RmfSite Of(SiteInfo info) => new()
    {
        Site = info.Name,
        Server = info.ServerName,
        Version = info.Version,
        Uri = info.Uri,
        Account = info.Account,
        LogIn = info.LogIn ?? string.Empty,
        Warnings = info.Warnings,
    };

    public static ErrorRecord NotConnected(string site) => RmfErrorRecord.Create(
        "SiteNotConnected",
        ErrorCategory.ObjectNotFound,
        $"This session is not logged in to a site '{site}'.",
        "Get-RmfSite lists the sites that it is logged in to, Connect-RmfSite logs in.",
        site);

    public static ErrorRecord NotInPolicy(RmfPolicy policy, string site) => RmfErrorRecord.Create(
        "SiteUnknown",
        ErrorCategory.ObjectNotFound,
        $"The policy '{policy.Name}' has no site '{site}'.",
        $"It has: {string.Join(", ", policy.Model.Sites.Keys)}.",
        site);
}
