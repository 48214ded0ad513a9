using RMF.Testing;

namespace RMF.Policy.Tests;

public sealed class ExampleTests
{
    public static TheoryData<string> Names => Policies.ExampleNames;

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_example_is_read_without_an_error(string name)
    {
        var result = PolicyReader.Load(Repository.PathOf("examples", "policies", name));
        Assert.True(result.IsValid, string.Join('\n', result.Messages));
        Assert.DoesNotContain(result.Messages, m => m.Severity == PolicySeverity.Error);
    }

    [Fact]
    public void The_harbour_example_names_its_two_sites_and_asks_for_nothing_that_is_not_carried_out()
    {
        var result = PolicyReader.Load(Repository.PathOf("examples", "policies", "harbour.yaml"));
        var policy = result.Policy!;
        Assert.Equal("harbour", policy.Name);
        Assert.Equal(Architecture.Federated, policy.Architecture);
        Assert.Equal(["harbour", "inland"], policy.Sites.Keys);
        Assert.Equal(new Uri("http://127.0.0.1:8082"), policy.Sites["inland"].Uri);
        Assert.Equal(new SecretReference(SecretStore.Environment, "RMF_HARBOUR_PASSWORD"), policy.Sites["harbour"].Credential!.Password);
        Assert.Equal("90 days DR", policy.Links[0].Storage["30 days local"]);
        Assert.DoesNotContain(result.Messages, m => m.Code == PolicyCodes.NotYet.Code);
        Assert.All(result.Messages, m => Assert.Equal(PolicySeverity.Information, m.Severity));
    }

    [Fact]
    public void The_smallest_policy_has_every_documented_default()
    {
        var policy = Policies.Valid(Policies.Minimal);
        Assert.Equal("p", policy.Name);
        Assert.Equal("./p.rmfstate.json", policy.StatePath);
        Assert.Equal(SyncDirection.Backup, policy.Direction);
        Assert.Equal(PairingMode.Auto, policy.Mode);
        Assert.True(policy.Lifecycle is { Add: true, Replace: false, Move: false, Delete: false });
        Assert.True(policy.Synchronize.Cameras is { Enabled: true, General: true, StreamSelection: false, Motion: true });
        Assert.False(policy.Synchronize.Roles.Enabled);
        Assert.Equal(ConflictRule.Refuse, policy.Conflicts);
        Assert.True(policy.Guards is { DeletePercent: 30, UpdatePercent: 30, DeleteCount: 50 });
        Assert.Equal(TimeSpan.FromSeconds(1), policy.Live.ReactionTime);
        Assert.Equal(TimeSpan.FromSeconds(10), policy.Live.Failback.ValidateFor);
        Assert.Equal(TimeSpan.FromSeconds(180), policy.Performance.ReadTimeout);
        Assert.Null(policy.Sites["a"].Credential);
        Assert.True(policy.Sites["a"].Tls.Verify);
    }

    [Fact]
    public void Every_value_of_the_restore_example_arrives()
    {
        var policy = Policies.Valid(Policies.Example("restore.yaml"));
        Assert.Equal(SyncDirection.Restore, policy.Direction);
        Assert.Equal(ConflictRule.TargetWins, policy.Conflicts);
        Assert.True(policy.Synchronize.Cameras is { StreamSelection: true, Privacy: false, Presets: true });
        Assert.Equal(["Operators", "Guards *"], policy.Synchronize.Roles.Include);
        Assert.True(policy.Synchronize.Roles.Includes("guards of the night"));
        Assert.False(policy.Synchronize.Roles.Includes("Administrators"));
        Assert.True(policy.Synchronize.Views is { Native: true, HighAvailability: false });
        Assert.Equal(OverlayRule.Always, policy.Live.Overlay);
        Assert.Equal(new FailbackPolicy { Policy = FailbackRule.Delayed, ValidateFor = TimeSpan.FromSeconds(10), Delay = TimeSpan.FromSeconds(30) }, policy.Live.Failback);
        Assert.Equal(0.01, policy.Ptz.Tolerance.Zoom);
        var live = policy.Live.For(new SelectorSubject { Name = "x", GroupPaths = ["/Harbour/Pier"] }, ["Guards"], "wall-7");
        Assert.Equal(PreferredSide.Primary, live.Priority);
        Assert.Equal(TimeSpan.FromMilliseconds(500), live.ReactionTime);
        Assert.Equal(TimeSpan.FromSeconds(5), live.Failback.ValidateFor);
        Assert.Equal(PreferredSide.Secondary, policy.Live.For(new SelectorSubject { GroupPaths = ["/Harbour"] }, ["Guards"], "desk-1").Priority);
    }
}
