using RMF.Core.Inventory;
using RMF.Engine.Ports;
using RMF.Engine.Runs;
using RMF.Engine.Runs.Setup;
using RMF.Engine.Tests.Fakes;
using RMF.Policy;

namespace RMF.Engine.Tests.Setup;

public sealed class SecretTests
{
    [Fact]
    public async Task A_secret_comes_from_its_environment_variable()
    {
        var name = "RMF_TEST_" + Guid.NewGuid().ToString("N");
        Environment.SetEnvironmentVariable(name, "pa55");
        try
        {
            Assert.Equal("pa55", Found(await new EnvironmentSecretSource().FindAsync(new SecretReference(SecretStore.Environment, name), CancellationToken.None)).Reveal());
        }
        finally
        {
            Environment.SetEnvironmentVariable(name, null);
        }
    }

    [Fact]
    public async Task A_variable_that_is_not_set_is_named()
    {
        var failure = Failed(await new EnvironmentSecretSource().FindAsync(new SecretReference(SecretStore.Environment, "RMF_NOT_SET"), CancellationToken.None));
        Assert.Equal(("RMF2007", "the environment variable RMF_NOT_SET is not set."), (failure.Code, failure.Message));
    }

    [Fact]
    public async Task A_secret_of_a_store_goes_to_the_store_and_fails_where_there_is_none()
    {
        var reference = new SecretReference(SecretStore.Secret, "CAMERA");
        Assert.Equal("RMF2006", Failed(await new EnvironmentSecretSource().FindAsync(reference, CancellationToken.None)).Code);
        Assert.Equal("vault-pass", Found(await new EnvironmentSecretSource(new NamedSecrets(("CAMERA", "vault-pass"))).FindAsync(reference, CancellationToken.None)).Reveal());
    }

    [Fact]
    public void A_secret_prints_as_stars() => Assert.Equal("SiteConnection { Name = a, Uri = http://a/, Credential = Basic { User = u, Password = *** }, ", new SiteConnection("a", new Uri("http://a/"), new SiteCredential.Basic("u", new Secret("pa55"))).ToString().Split("VerifyCertificate")[0]);

    [Theory]
    [InlineData("match: { address: 10.0.0.0/24 }", "admin", "policy-pass")]
    [InlineData("match: { name: \"Device*\" }", "admin", "policy-pass")]
    [InlineData("match: { model: \"AXIS*\" }", "admin", "policy-pass")]
    [InlineData("match: { address: 10.9.0.0/24 }", "root", "device-pass")]
    public async Task A_devices_account_is_the_policys_where_one_matches_and_else_what_the_source_holds(string match, string user, string password)
    {
        var lab = Lab.Of(r => r.Hardware("10.0.0.1", h => h.Named("Device 1").Set("model", "AXIS P1")), _ => { }, $"hardwareCredentials: [ {{ {match}, user: admin, password: {{ secret: CAMERA }} }} ]");
        var outcome = await Credentials(lab).FindAsync(lab.Primary.Item(ItemKind.Hardware, "Device 1"), CancellationToken.None);
        Assert.True(outcome.TryGet(out var account, out var failure), failure?.Message);
        Assert.Equal((user, password), (account.UserName, account.Password.Reveal()));
    }

    [Fact]
    public async Task A_password_that_the_source_does_not_give_away_is_said_with_the_sites_own_reason()
    {
        var lab = Lab.OfPairs(1);
        lab.Primary.OnPassword = _ => MemorySite.Error(SiteErrorKind.Forbidden, "no permission to read hardware passwords");
        var failure = Failed(await Credentials(lab).FindAsync(lab.Primary.Item(ItemKind.Hardware, "Device 1"), CancellationToken.None));
        Assert.Equal("RMF2008", failure.Code);
        Assert.Equal("the password of 'Device 1' cannot be read from site a: no permission to read hardware passwords", failure.Message);
        Assert.Equal(SiteErrorKind.Forbidden, failure.Cause?.Kind);
    }

    [Fact]
    public async Task A_secret_of_the_policy_that_is_missing_does_not_fall_back_to_another_password()
    {
        var lab = Lab.OfPairs(1, "hardwareCredentials: [ { match: { name: \"*\" }, user: admin, password: { secret: UNKNOWN } } ]");
        Assert.Equal("RMF2007", Failed(await Credentials(lab).FindAsync(lab.Primary.Item(ItemKind.Hardware, "Device 1"), CancellationToken.None)).Code);
    }

    private static HardwareCredentials Credentials(Lab lab) => new(lab.Policy, new NamedSecrets(("CAMERA", "policy-pass")), lab.Sites, new SideView(Side.Primary, [], []));

    private static Secret Found(RunOutcome<Secret> outcome)
    {
        Assert.True(outcome.TryGet(out var secret, out var failure), failure?.Message);
        return secret;
    }

    private static RunFailure Failed<T>(RunOutcome<T> outcome)
    {
        Assert.False(outcome.TryGet(out _, out var failure));
        return failure!;
    }
}
