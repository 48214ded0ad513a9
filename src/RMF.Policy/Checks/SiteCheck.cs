using RMF.Policy.Yaml;

namespace RMF.Policy.Checks;

/// <summary>The sites fit the architecture.</summary>
internal static class SiteCheck
{
    public static void Run(RedundancyPolicy policy, Reading reading)
    {
        if (reading.IsBroken("sites") || reading.IsBroken("architecture"))
        {
            return;
        }

        Addresses(policy, reading);
        if (policy.Architecture == Architecture.SingleSite)
        {
            SingleSite(policy, reading);
            return;
        }

        SeveralSites(policy, reading);
        SameAddress(policy, reading);
    }

    private static void SingleSite(RedundancyPolicy policy, Reading reading)
    {
        if (policy.Sites.Count != 1)
        {
            reading.Report(PolicyCodes.SitesAndArchitecture, "sites", FormattableString.Invariant($"architecture singleSite has one site; {policy.Sites.Count} are named"), "Keep one site with side: both, or choose federated or independent.");
            return;
        }

        var site = policy.Sites.Single();
        if (site.Value.Side != SiteSide.Both)
        {
            reading.Report(PolicyCodes.SitesAndArchitecture, SidePath(site.Key), $"{site.Key} is the only site and has one side", "Write side: both.");
        }
    }

    private static void SeveralSites(RedundancyPolicy policy, Reading reading)
    {
        var architecture = policy.Architecture == Architecture.Federated ? "federated" : "independent";
        foreach (var site in policy.Sites.Where(s => s.Value.Side == SiteSide.Both))
        {
            reading.Report(PolicyCodes.SitesAndArchitecture, SidePath(site.Key), $"{site.Key} has side: both in architecture {architecture}", "side: both is for architecture: singleSite; write primary or secondary.");
        }

        if (policy.Sites.Any(s => s.Value.Side == SiteSide.Both))
        {
            return;
        }

        foreach (var (side, word) in new[] { (SiteSide.Primary, "primary"), (SiteSide.Secondary, "secondary") })
        {
            if (!policy.Sites.Any(s => s.Value.Side == side))
            {
                reading.Report(PolicyCodes.SitesAndArchitecture, "sites", $"no site is on the {word} side", $"Add a site with side: {word}, or choose architecture: singleSite.");
            }
        }
    }

    /// <summary>A site without an address is a child of one that has one.</summary>
    private static void Addresses(RedundancyPolicy policy, Reading reading)
    {
        var mayBeFound = policy.Architecture == Architecture.Federated && policy.Sites.Values.Any(s => s.Uri is not null);
        foreach (var site in policy.Sites.Where(s => s.Value.Uri is null && !mayBeFound))
        {
            var path = PolicyPath.Child(PolicyPath.Child("sites", site.Key), "uri");
            if (!reading.IsBroken(path))
            {
                reading.Report(PolicyCodes.Missing, path, $"{site.Key} has no uri", policy.Architecture == Architecture.Federated ? "Give the parent site's uri at least." : "Add uri: The address of the site's API gateway.");
            }
        }
    }

    private static void SameAddress(RedundancyPolicy policy, Reading reading)
    {
        var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var site in policy.Sites.Where(s => s.Value.Uri is not null))
        {
            var address = site.Value.Uri!.AbsoluteUri.TrimEnd('/');
            if (seen.TryGetValue(address, out var first))
            {
                reading.Report(PolicyCodes.SameAddress, PolicyPath.Child(PolicyPath.Child("sites", site.Key), "uri"), $"{site.Key} and {first} have the same address {address}");
            }
            else
            {
                seen.Add(address, site.Key);
            }
        }
    }

    private static string SidePath(string site) => PolicyPath.Child(PolicyPath.Child("sites", site), "side");
}
