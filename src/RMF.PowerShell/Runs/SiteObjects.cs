using RMF.Engine.Ports;

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
        Warnings = info.Warnings,
    };
}
