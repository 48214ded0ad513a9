using RMF.Engine.Ports;
using RMF.SmartClient.Model.Hosting;
using VideoOS.Platform;
using VideoOS.Platform.Login;

namespace RMF.SmartClient.Mip;

/// <summary>The management servers that Smart Client is logged in to: that of the log-in, and the sites below it. Thread-safe.</summary>
internal sealed class MipLogins
{
    /// <summary>Depth of a federation that is looked through.</summary>
    private const int MostDepth = 8;

    /// <summary>The server of the log-in first.</summary>
    public IReadOnlyList<ClientLogin> All()
    {
        try
        {
            var found = new List<ClientLogin>();
            if (EnvironmentManager.Instance.GetSiteItem(EnvironmentManager.Instance.MasterSite) is { } master)
            {
                Add(master, found, 0);
            }

            return found;
        }
        catch (MIPException)
        {
            // Not logged in yet, or not any more.
            return [];
        }
    }

    /// <summary>The token that Smart Client keeps fresh for a server; null while it has none.</summary>
    public Secret? TokenOf(ClientLogin login)
    {
        try
        {
            var settings = Guid.TryParse(login.Id, out var id) ? LoginSettingsCache.GetLoginSettings(id) : null;
            return settings?.IdentityTokenCache?.Token is { Length: > 0 } token ? new Secret(token) : null;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The cache throws where it knows no such server; the caller says that there is no token.
            return null;
        }
    }

    private static void Add(Item site, List<ClientLogin> found, int depth)
    {
        var server = site.FQID.ServerId;
        if (depth > MostDepth || found.Exists(l => l.Id == MipIds.Of(server.Id)))
        {
            return;
        }

        found.Add(new ClientLogin(MipIds.Of(server.Id), site.Name, server.Uri));
        foreach (var child in site.GetChildren().Where(c => c.FQID.Kind == Kind.Server))
        {
            Add(child, found, depth + 1);
        }
    }
}
