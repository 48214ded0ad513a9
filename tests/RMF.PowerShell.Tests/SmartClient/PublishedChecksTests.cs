using RMF.Policy.Publishing;
using RMF.PowerShell.Cmdlets.SmartClient;

namespace RMF.PowerShell.Tests.SmartClient;

public sealed class PublishedChecksTests
{
    private const string Hash = "aa";

    [Fact]
    public void The_newest_policy_in_all_sites_passes_each_check()
    {
        var checks = PublishedChecks.Check([At("harbour", 7), At("inland", 7), At(PublishedCopy.Source, 6)], Hash);

        Assert.Equal(["Policy", "Sites", "Pairs", "Drift"], checks.Select(c => c.Check));
        Assert.All(checks, c => Assert.Equal("Passed", c.Status));
        Assert.Contains("serial 7", checks[0].Detail, StringComparison.Ordinal);
        Assert.Contains("from harbour", checks[0].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_site_that_is_behind_silent_or_broken_is_named()
    {
        var silent = new PublishedReading("island", null, "no answer") { IsUnreachable = true };
        var broken = new PublishedReading("quay", null, "its parts do not belong together");
        var checks = PublishedChecks.Check([At("harbour", 7), At("inland", 6), silent, broken, new("pier", null, null)], Hash);

        Assert.Equal("Passed", checks[0].Status);
        Assert.Equal("Failed", checks[1].Status);
        Assert.Equal("inland: has serial 6; island: no answer; quay: its parts do not belong together; pier: nothing was published", checks[1].Detail);
        Assert.Contains("Test-RmfSite", checks[1].Recommendation, StringComparison.Ordinal);
    }

    [Fact]
    public void The_local_copy_serves_when_no_site_answers()
    {
        var checks = PublishedChecks.Check([new("harbour", null, "no answer") { IsUnreachable = true }, At(PublishedCopy.Source, 5)], Hash);

        Assert.Equal(["Passed", "Failed", "Passed", "Passed"], checks.Select(c => c.Status));
        Assert.Contains("from local copy", checks[0].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_any_policy_the_rest_is_skipped_and_the_advice_is_to_publish()
    {
        var checks = PublishedChecks.Check([new("harbour", null, null), new(PublishedCopy.Source, null, null)], Hash);

        Assert.Equal(["Failed", "Failed", "Skipped", "Skipped"], checks.Select(c => c.Status));
        Assert.Contains("Publish-RmfPolicy", checks[0].Recommendation, StringComparison.Ordinal);
    }

    [Fact]
    public void No_pairs_and_another_policy_than_the_files_fail()
    {
        var checks = PublishedChecks.Check([At("harbour", 7, pairs: 0)], "bb");

        Assert.Equal(["Passed", "Passed", "Failed", "Failed"], checks.Select(c => c.Status));
    }

    private static PublishedReading At(string source, long serial, int pairs = 2) => new(source, new PublishedPolicy
    {
        Serial = serial,
        Text = "",
        Hash = Hash,
        Name = "harbour",
        Published = DateTimeOffset.UnixEpoch,
        By = "operator",
        Pairs = [.. Enumerable.Range(0, pairs).Select(_ => new CameraPair(Guid.NewGuid().ToString("D"), Guid.NewGuid().ToString("D")))],
    }, null);
}
