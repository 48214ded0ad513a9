using RMF.Engine.Ports;
using RMF.Engine.Runs.Setup;
using RMF.Engine.Tests.Fakes;
using RMF.Testing.Worlds;

namespace RMF.Engine.Tests.Setup;

public sealed class SiteLoginTests
{
    private const string Sites =
        """
        apiVersion: rmf/v1
        sites:
          a: { side: primary, uri: https://a.example/, credential: { type: basic, user: rmf, password: { secret: A } }, tls: { thumbprint: 0000000000000000000000000000000000000000000000000000000000000001 } }
          b: { side: secondary, uri: https://b.example/, credential: { type: windows, user: DOM\rmf, password: { secret: B } }, tls: { verify: false } }
          c: { side: secondary, uri: https://c.example/ }
        recorders: { primary: [R], secondary: [S] }
        links: [ { primary: R, secondary: S } ]
        performance: { connections: 3, pageSize: 50, readTimeout: 20s }

        """;

    [Fact]
    public async Task Each_site_is_opened_with_its_own_account_and_the_policys_limits()
    {
        var connector = new Connector();
        var outcome = await new SiteLogin(connector, new NamedSecrets(("A", "pa"), ("B", "pb"))).ConnectAllAsync(Lab.Read(Sites), CancellationToken.None);
        Assert.True(outcome.TryGet(out var set, out var failure), failure?.Message);
        Assert.Equal(["a", "b", "c"], set.All.Select(s => s.Info.Name).Order());

        var a = connector.Asked["a"];
        Assert.Equal(("rmf", "pa"), a.Credential is SiteCredential.Basic basic ? (basic.User, basic.Password.Reveal()) : default);
        Assert.Equal((true, "0000000000000000000000000000000000000000000000000000000000000001", 3, 50, TimeSpan.FromSeconds(20)), (a.VerifyCertificate, a.PinnedThumbprint, a.Connections, a.PageSize, a.ReadTimeout));
        Assert.Equal((@"DOM\rmf", "pb"), connector.Asked["b"].Credential is SiteCredential.Windows windows ? (windows.User, windows.Password.Reveal()) : default);
        Assert.False(connector.Asked["b"].VerifyCertificate);
        Assert.Equal(("rmf", "pa"), connector.Asked["c"].Credential is SiteCredential.Basic shared ? (shared.User, shared.Password.Reveal()) : default);

        set.Dispose();
        Assert.All(connector.Made, s => Assert.True(s.IsDisposed));
    }

    [Fact]
    public async Task Only_federated_sites_share_an_account()
    {
        var connector = new Connector();
        var policy = Lab.Read(Sites) with { Architecture = RMF.Policy.Architecture.Independent };
        var outcome = await new SiteLogin(connector, new NamedSecrets(("A", "pa"), ("B", "pb"))).ConnectAllAsync(policy, CancellationToken.None);
        Assert.True(outcome.TryGet(out var set, out _));
        Assert.IsType<SiteCredential.CurrentWindowsUser>(connector.Asked["c"].Credential);
        set!.Dispose();
    }

    [Fact]
    public async Task One_site_that_refuses_ends_the_log_in_and_logs_the_others_out()
    {
        var connector = new Connector { Refuses = "b" };
        var outcome = await new SiteLogin(connector, new NamedSecrets(("A", "pa"), ("B", "pb"))).ConnectAllAsync(Lab.Read(Sites), CancellationToken.None);
        Assert.False(outcome.TryGet(out _, out var failure));
        Assert.Equal(("RMF3002", "wrong password"), (failure!.Code, failure.Message));
        Assert.NotEmpty(connector.Made);
        Assert.All(connector.Made, s => Assert.True(s.IsDisposed));
    }

    [Fact]
    public async Task A_missing_secret_names_the_site_that_needs_it()
    {
        var outcome = await new SiteLogin(new Connector(), new NamedSecrets(("B", "pb"))).ConnectAllAsync(Lab.Read(Sites), CancellationToken.None);
        Assert.False(outcome.TryGet(out _, out var failure));
        Assert.Equal("Site 'a': no secret 'A'.", failure!.Message);
    }

    private sealed class Connector : ISiteConnector
    {
        public Dictionary<string, SiteConnection> Asked { get; } = [];

        public List<MemorySite> Made { get; } = [];

        public string? Refuses { get; init; }

        public Task<Outcome<ISite>> ConnectAsync(SiteConnection connection, CancellationToken cancellationToken)
        {
            Asked[connection.Name] = connection;
            if (connection.Name == Refuses)
            {
                return Task.FromResult<Outcome<ISite>>(MemorySite.Error(SiteErrorKind.InvalidCredentials, "wrong password"));
            }

            var site = new MemorySite(new SiteBuilder(connection.Name).Build());
            Made.Add(site);
            return Task.FromResult(Outcome<ISite>.Of(site));
        }
    }
}
