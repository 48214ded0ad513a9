using RMF.Core.Planning;
using RMF.Engine.Runs;
using RMF.Engine.Runs.Setup;
using RMF.Simulation.Tests.Lab;
using RMF.Simulator;

namespace RMF.Simulation.Tests;

/// <summary>The three ways in which two sides lie on management servers, each from log-in to an empty second plan.</summary>
[Trait("Proof", "architectures")]
public sealed class ArchitectureTests
{
    private const string Hardware = """
        hardware:
                      - { name: Gate, model: AXIS P3265-LVE, address: 10.0.0.11, mac: "00:40:8C:18:22:01", cameras: [{ name: Gate camera, properties: { shortName: G } }] }
                      - { name: Yard, model: AXIS Q6135-LE, address: 10.0.0.12, mac: "00:40:8C:18:22:02", cameras: [{ name: Yard PTZ }] }
        """;

    private static readonly string Campus = $$"""
        world: campus
        sites:
          - name: campus
            recorders:
              - name: REC-1
                {{Hardware}}
              - name: REC-2
                hardware:
                  - { name: Gate (B), model: AXIS P3265-LVE, address: 10.0.0.11, mac: "00:40:8C:18:22:01", cameras: [{ name: Old name }] }
        """;

    [Fact]
    public async Task On_one_site_the_secondary_items_have_the_patterns_names_and_nothing_else_differs()
    {
        await using var duo = await Duo.StartAsync(World.Parse(Campus), d => Single(d, "backup"));
        var report = await duo.SyncAsync();
        Assert.True(report.Result == RunResultCode.InWantedState, Duo.Describe(report));

        var site = duo.Primary;
        Assert.Equal(["Gate", "Gate (B)", "Yard", "Yard (B)"], site.Data.List("hardware").Select(h => h.Name).Order(StringComparer.Ordinal));
        Assert.Equal(["Gate camera", "Gate camera (B)", "Yard PTZ", "Yard PTZ (B)"], site.Data.List("cameras").Select(h => h.Name).Order(StringComparer.Ordinal));
        var again = await duo.PlanAsync();
        Assert.True(again.Plan.IsEmpty, Duo.Describe(again));

        duo.Policy = Duo.Read(Single(duo, "restore"));
        var restore = await duo.PlanAsync();
        Assert.True(restore.Plan.IsEmpty, "Restore: " + Duo.Describe(restore));
    }

    [Fact]
    public async Task On_one_site_a_name_that_a_person_changed_is_drift_on_the_secondary_and_a_change_on_the_primary()
    {
        await using var duo = await Duo.StartAsync(World.Parse(Campus), d => Single(d, "backup"));
        await duo.SyncAsync();
        var data = duo.Primary.Data;
        data.Set("cameras", "Yard PTZ (B)", "name", "Somebody's");
        data.Set("cameras", "Gate camera", "name", "Front gate");

        var run = await duo.PlanAsync();
        Assert.Equal([("Gate camera (B)", ChangeReason.SourceChanged), ("Somebody's", ChangeReason.TargetDrifted)], run.Plan.Changes.Select(c => (c.Properties.Single().Before!.ToString()!, c.Reason)).Order());
        Assert.Equal(RunResultCode.InWantedState, (await duo.ApplyAsync(run)).Result);
        Assert.Equal(["Front gate", "Front gate (B)", "Yard PTZ", "Yard PTZ (B)"], data.List("cameras").Select(h => h.Name).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(true, false, false, "the token of harbour")]
    [InlineData(false, false, false, "a token of its own: that of harbour was refused")]
    [InlineData(false, true, true, "a token of its own: that of harbour was refused")]
    public async Task A_federated_child_is_found_by_its_name_and_logged_in_by_its_parents_account(bool takesToken, bool sockets, bool deep, string login)
    {
        await using var duo = await Duo.StartAsync(World.Parse(Federation(takesToken, "Simulated-1", deep)), d => Federated(d), new DuoOptions { Sockets = sockets });
        var sites = await duo.SitesAsync();
        Assert.Equal(login, sites["inland"].Info.LogIn);
        Assert.Equal("rmf", sites["inland"].Info.Account);
        Assert.Null(sites["harbour"].Info.LogIn);
        Assert.Equal(duo["inland"].BaseUri.Authority, sites["inland"].Info.Uri.Authority);

        var report = await duo.SyncAsync();
        Assert.True(report.Result == RunResultCode.InWantedState, Duo.Describe(report));
        Assert.Equal(2, duo["inland"].Data.List("cameras").Count);
        var again = await duo.PlanAsync();
        Assert.True(again.Plan.IsEmpty, Duo.Describe(again));
    }

    [Fact]
    public async Task A_child_that_takes_the_parents_token_goes_on_by_itself_when_it_takes_it_no_longer()
    {
        await using var duo = await Duo.StartAsync(World.Parse(Federation(takesToken: true, "Simulated-1")), d => Federated(d));
        await duo.SitesAsync();
        await duo["harbour"].DisposeAsync();
        duo["inland"].Requests.Clear();
        var read = await (await duo.SitesAsync())["inland"].ReadChildSitesAsync(CancellationToken.None);
        Assert.Null(read.Error);
        Assert.Empty(read.Value!);
    }

    [Fact]
    public async Task A_child_whose_own_password_differs_is_reached_by_the_parents_token_alone_or_not_at_all()
    {
        await using var taken = await Duo.StartAsync(World.Parse(Federation(takesToken: true, "Other-1")), d => Federated(d));
        Assert.Equal("the token of harbour", (await taken.SitesAsync())["inland"].Info.LogIn);

        await using var refused = await Duo.StartAsync(World.Parse(Federation(takesToken: false, "Other-1")), d => Federated(d));
        var attempt = await new SiteLogin(refused.Connector, refused.Secrets).ConnectAllAsync(refused.Policy, CancellationToken.None);
        Assert.Equal("RMF3002", attempt.Failure!.Code);
    }

    [Fact]
    public async Task A_child_that_nobody_lists_is_named_with_those_there_are()
    {
        await using var duo = await Duo.StartAsync(World.Parse(Federation(takesToken: true, "Simulated-1")), d => Federated(d).Replace("inland:", "inlnd:", StringComparison.Ordinal));
        var attempt = await new SiteLogin(duo.Connector, duo.Secrets).ConnectAllAsync(duo.Policy, CancellationToken.None);
        Assert.Equal("RMF2009", attempt.Failure!.Code);
        Assert.Contains("there are inland", attempt.Failure.Message, StringComparison.Ordinal);
    }

    private static string Single(Duo duo, string direction) => $$$"""
        apiVersion: rmf/v1
        architecture: singleSite
        direction: {{{direction}}}
        sites:
        {{{Texts.Site(duo.Primary, "both")}}}
        recorders: { primary: [REC-1], secondary: [REC-2] }
        links: [ { primary: REC-1, secondary: REC-2 } ]
        naming: { secondary: "{name} (B)" }
        """;

    private static string Federated(Duo duo) => $$"""
        apiVersion: rmf/v1
        architecture: federated
        sites:
          inland: { side: secondary }
        {{Texts.Site(duo["harbour"], "primary")}}
        recorders: { primary: [REC-A], secondary: [REC-B] }
        links: [ { primary: REC-A, secondary: REC-B } ]
        """;

    private static string Federation(bool takesToken, string password, bool deep = false) => $$"""
        world: federation
        sites:
          - name: harbour
            recorders:
              - name: REC-A
                {{Hardware}}
          - name: inland
            parent: {{(deep ? "middle" : "harbour")}}
            acceptsParentToken: {{(takesToken ? "true" : "false")}}
            password: {{password}}
            recorders: [{ name: REC-B }]
        {{(deep ? "  - { name: middle, parent: harbour, recorders: [{ name: REC-M }] }" : "")}}
        """;
}
