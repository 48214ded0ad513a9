using RMF.Policy;
using RMF.SmartClient.Model.Hosting;

namespace RMF.SmartClient.Model.Policies;

/// <summary>
/// Which log-in of the client is which site of the policy: the same host and port, whatever the scheme and the path; else the same host, where one
/// log-in alone has it, because a client may be logged in by another port than the gateway's. Pure.
/// </summary>
internal static class LoginMatch
{
    public static IReadOnlyList<PolicySiteLogin> Of(RedundancyPolicy policy, IReadOnlyList<ClientLogin> logins)
        => [.. policy.Sites.Select(s => new PolicySiteLogin(s.Key, s.Value.Side, Find(s.Value.Uri, logins)))];

    private static ClientLogin? Find(Uri? uri, IReadOnlyList<ClientLogin> logins)
    {
        if (uri is null)
        {
            return null;
        }

        var onHost = logins.Where(l => string.Equals(l.Uri.Host, uri.Host, StringComparison.OrdinalIgnoreCase)).ToList();
        return onHost.Find(l => l.Uri.Port == uri.Port) ?? (onHost.Count == 1 ? onHost[0] : null);
    }
}
