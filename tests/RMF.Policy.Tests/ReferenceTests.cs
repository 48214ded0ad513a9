using RMF.Testing;

namespace RMF.Policy.Tests;

public sealed class ReferenceTests
{
    [Fact]
    public void The_page_of_all_keys_is_up_to_date()
    {
        var page = Repository.PathOf("docs", "policy.md");
        if (Environment.GetEnvironmentVariable("RMF_APPROVE") == "1")
        {
            File.WriteAllText(page, PolicyReference.ToMarkdown());
        }

        Assert.True(File.Exists(page), "Run once with RMF_APPROVE=1, read the page, commit it.");
        Assert.Equal(PolicyReference.ToMarkdown(), File.ReadAllText(page).ReplaceLineEndings("\n"));
    }
}
