using RMF.Policy.Yaml;

namespace RMF.Policy.Checks;

/// <summary>How safely each site is reached.</summary>
internal static class TransportCheck
{
    public static void Run(RedundancyPolicy policy, Reading reading)
    {
        foreach (var site in policy.Sites)
        {
            var path = PolicyPath.Child("sites", site.Key);
            var tls = PolicyPath.Child(path, "tls");
            if (site.Value.Uri?.Scheme == Uri.UriSchemeHttp)
            {
                Plain(site.Key, site.Value, PolicyPath.Child(path, "uri"), reading);
                if (reading.IsWritten(tls))
                {
                    reading.Report(PolicyCodes.NoEffect, tls, $"{site.Key} is reached by http, so tls has no effect", "Use https, or remove tls.");
                }

                continue;
            }

            if (!site.Value.Tls.Verify && site.Value.Tls.Thumbprint is null)
            {
                reading.Report(PolicyCodes.TlsNotVerified, PolicyPath.Child(tls, "verify"), $"ANYONE on the way can pose as {site.Key}: its certificate is not checked, and the password is sent to whoever answers");
            }

            if (site.Value.Tls.Thumbprint is not null)
            {
                reading.Report(PolicyCodes.TlsPinned, PolicyPath.Child(tls, "thumbprint"), $"{site.Key} is accepted with one certificate alone");
            }
        }
    }

    private static void Plain(string name, SitePolicy site, string path, Reading reading)
    {
        if (site.Uri!.IsLoopback)
        {
            reading.Report(PolicyCodes.PlainHttp, path, $"{name} is reached by http, on this machine alone", "Use https for a real site.", PolicySeverity.Information);
        }
        else
        {
            reading.Report(PolicyCodes.PlainHttp, path, $"{name} is reached by http: passwords and tokens travel readable");
        }
    }
}
