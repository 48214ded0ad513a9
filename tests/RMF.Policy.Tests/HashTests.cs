namespace RMF.Policy.Tests;

public sealed class HashTests
{
    [Fact]
    public void Comments_order_spelling_and_written_out_defaults_do_not_change_the_hash()
    {
        const string Other =
            """
            # A comment
            links:
              - secondary: S1   # another
                primary: P1
            recorders:
              secondary: ['S1']
              primary: ["P1"]
            sites:
              b:
                uri: "https://B.example.net/"
                side: secondary
              a: { uri: 'https://a.example.net', side: primary, tls: { verify: true } }
            direction: backup
            synchronize: { cameras: true, roles: false, views: { native: true } }
            live: { reactionTime: 1000ms, flapping: { window: 1m }, overrides: [] }
            """;
        Assert.Equal(Policies.Valid(Policies.Minimal).PolicyHash, Policies.Valid(Other).PolicyHash);
        Assert.Equal(Policies.Valid(Policies.Minimal), Policies.Valid(Other));
    }

    [Theory]
    [InlineData("direction: restore")]
    [InlineData("name: other")]
    [InlineData("live: { dwell: 4s }")]
    [InlineData("manage: { exclude: [ { name: a } ] }")]
    [InlineData("synchronize: { cameras: false }")]
    [InlineData("synchronize: { cameras: { motion: false } }")]
    [InlineData("ptz: { tolerance: { pan: 0.006 } }")]
    public void A_change_of_content_changes_the_hash(string more)
        => Assert.NotEqual(Policies.Valid(Policies.Minimal).PolicyHash, Policies.Valid(Policies.Minimal + more + "\n").PolicyHash);

    [Fact]
    public void The_hash_is_the_same_on_every_runtime_and_after_a_copy()
    {
        var policy = Policies.Valid(Policies.Minimal);
        Assert.Equal(policy.PolicyHash, (policy with { }).PolicyHash);
        Assert.NotEqual(policy.PolicyHash, (policy with { Direction = SyncDirection.Restore }).PolicyHash);
        RMF.Testing.Approved.Matches(string.Join('\n', Policies.ExampleFiles.Select(f => $"{Path.GetFileName(f)} {Policies.Valid(File.ReadAllText(f)).PolicyHash}")) + "\n", "hashes.txt");
    }
}
