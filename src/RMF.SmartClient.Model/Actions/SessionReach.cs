using RMF.Engine.Operator;
using RMF.Engine.Ports;

namespace RMF.SmartClient.Model.Actions;

/// <summary>Which sites of a session answer.</summary>
internal static class SessionReach
{
    /// <summary>Without cameras. On the user interface's thread.</summary>
    public static CameraReach Of(ClientSession session)
    {
        var sites = new Dictionary<string, ISite>(StringComparer.Ordinal);
        var away = new Dictionary<string, SiteError?>(StringComparer.Ordinal);
        foreach (var site in session.Sites)
        {
            if (site.IsConnected)
            {
                sites[site.Info.Name] = site;
            }
            else
            {
                away[site.Info.Name] = site.WhyNot;
            }
        }

        foreach (var unknown in session.PolicySites.Where(s => s.Login is null))
        {
            away[unknown.Name] = NoLogin(unknown.Name);
        }

        return new CameraReach([], sites, away);
    }

    public static SiteError NoLogin(string site) => new(
        SiteErrorKind.Unreachable,
        site,
        "connect",
        site.Length > 0 ? $"{site}: Smart Client is not logged in there." : "The published policy does not tell which site the camera is on.",
        site.Length > 0 ? "Add the site to the federation, or log in to it." : "Publish the policy again with Publish-RmfPolicy.");
}
