using RMF.Policy;
using RMF.SmartClient.Model.Hosting;

namespace RMF.SmartClient.Model.Policies;

/// <summary>
/// Which log-in of the client is which site of the policy: the same host and port, whatever the scheme and the path; else the same host, because a
/// client may be logged in by another port than the gateway's; else the same name; else the same host without its domain. The last three count where
/// one log-in alone fits. Pure.
/// </summary>
internal static class LoginMatch
{
    public static IReadOnlyList<PolicySiteLogin> Of(RedundancyPolicy policy, IReadOnlyList<ClientLogin> logins)
        => [.. policy.Sites.Select(s => new PolicySiteLogin(s.Key, s.Value.Side, Find(s.Key, s.Value.Uri, logins)))];

    private static ClientLogin? Find(string name, Uri? uri, IReadOnlyList<ClientLogin> logins)
        => (uri is null ? null : logins.FirstOrDefault(l => Same(l.Uri.Host, uri.Host) && l.Uri.Port == uri.Port) ?? Only(logins, l => Same(l.Uri.Host, uri.Host)))
            ?? Only(logins, l => Same(l.Name, name))
            ?? (uri is null || uri.HostNameType != UriHostNameType.Dns ? null : Only(logins, l => l.Uri.HostNameType == UriHostNameType.Dns && Same(Short(l.Uri.Host), Short(uri.Host))));

    private static ClientLogin? Only(IReadOnlyList<ClientLogin> logins, Func<ClientLogin, bool> fits)
        => logins.Where(fits).Take(2).ToList() is { Count: 1 } one ? one[0] : null;

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private static string Short(string host) => host.Split('.')[0];
}
