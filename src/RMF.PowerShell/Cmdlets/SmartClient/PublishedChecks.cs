using RMF.Core.Words;
using RMF.Policy.Publishing;

namespace RMF.PowerShell.Cmdlets.SmartClient;

/// <summary>The checks of what clients find published. Pure.</summary>
internal static class PublishedChecks
{
    private const string Publish = "Run Publish-RmfPolicy.";

    /// <summary>One result for each check.</summary>
    /// <param name="readings">What each site said, and the local copy last.</param>
    /// <param name="policyHash">The hash of the policy file.</param>
    public static IReadOnlyList<RmfPluginCheck> Check(IReadOnlyList<PublishedReading> readings, string policyHash)
    {
        if (PublishedChoice.Newest(readings)?.Policy is not { } inForce)
        {
            return
            [
                RmfPluginCheck.Fail("Policy", $"No place has a policy that can be used: {Join(readings)}", readings.Any(r => r.IsUnreachable) ? "See why the sites do not answer with Test-RmfSite, then publish with Publish-RmfPolicy." : Publish),
                CheckSites(readings, null),
                RmfPluginCheck.Skip("Pairs", "There is no policy.", ""),
                RmfPluginCheck.Skip("Drift", "There is no policy.", ""),
            ];
        }

        var source = PublishedChoice.Newest(readings)!.Source;
        return
        [
            RmfPluginCheck.Pass("Policy", FormattableString.Invariant($"'{inForce.Name}', serial {inForce.Serial}, published {inForce.Published:u} by {(inForce.By.Length > 0 ? inForce.By : "somebody")}, read from {source}.")),
            CheckSites(readings, inForce),
            inForce.Pairs.Count > 0
                ? RmfPluginCheck.Pass("Pairs", $"Published: {Counted.Of(inForce.Pairs.Count, "pair")} of cameras.")
                : RmfPluginCheck.Fail("Pairs", "No pairs of cameras are published: each tile would have one side alone.", "Publish while both sides answer: " + Publish),
            inForce.Hash == policyHash
                ? RmfPluginCheck.Pass("Drift", "What is published says the same as the policy file.")
                : RmfPluginCheck.Fail("Drift", "The policy file says something else than what is published.", Publish),
        ];
    }

    private static RmfPluginCheck CheckSites(IReadOnlyList<PublishedReading> readings, PublishedPolicy? inForce)
    {
        // The local copy is for the time when no site answers; it counts for no site.
        var sites = readings.Where(r => r.Source != PublishedCopy.Source).ToList();
        var behind = sites.Where(r => r.Policy is null || r.Policy.Serial != inForce?.Serial).ToList();
        return behind.Count == 0
            ? RmfPluginCheck.Pass("Sites", $"All have it: {string.Join(", ", sites.Select(r => r.Source))}.")
            : RmfPluginCheck.Fail("Sites", Join(behind), behind.Any(r => r.IsUnreachable) ? "See why with Test-RmfSite. Clients go on with what they have." : Publish);
    }

    private static string Join(IEnumerable<PublishedReading> readings) => string.Join("; ", readings.Select(r => $"{r.Source}: {Said(r)}"));

    private static string Said(PublishedReading reading) => reading switch
    {
        { Policy: { } policy } => FormattableString.Invariant($"has serial {policy.Serial}"),
        { Problem: { } problem } => problem,
        _ => "nothing was published",
    };
}
