using RMF.Core.Live;
using RMF.Engine.Ports;
using RMF.Policy.Publishing;
using RMF.SmartClient.Model;
using RMF.SmartClient.Model.Hosting;
using RMF.SmartClient.Model.Logs;
using RMF.SmartClient.Model.Policies;
using RMF.SmartClient.Tests.Fakes;
using static RMF.SmartClient.Tests.Fakes.Publications;

namespace RMF.SmartClient.Tests;

[Trait("Proof", "plugin-model")]
public sealed class ClientSessionTests
{
    private static readonly string CopyName = "policy.rmfpublished";

    [Fact]
    public async Task With_both_sides_down_the_local_copy_is_in_force_at_once()
    {
        var platform = new FakePlatform();
        await using var lab = new ClientLab(platform).Down(ClientLab.LoginA, ClientLab.LoginB);
        Directory.CreateDirectory(platform.DataFolder);
        PublishedCopy.Save(Path.Combine(platform.DataFolder, CopyName), Published(6, ManyPairs(3)));
        lab.Session.Start();
        Assert.Equal((6, PublishedCopy.Source, 3), (lab.Session.Policy!.Published.Serial, lab.Session.Policy.Source, lab.Session.Policy.Pairs.Count));
        Assert.True(lab.Session.OpenTile(B(2)).IsProtected);

        await platform.UntilAsync(() => lab.Session.LastAsked is not null);
        Assert.Equal([("a", true), ("b", true), (PublishedCopy.Source, false)], lab.Session.Places.Select(p => (p.Place, p.IsUnreachable)));
        Assert.Equal(6, lab.Session.Policy.Published.Serial);
    }

    [Fact]
    public async Task A_policy_that_is_read_is_kept_for_the_next_start()
    {
        await using var lab = new ClientLab().Publish(Published(3, ManyPairs(5)));
        await lab.StartAsync();
        Assert.Equal((3, "Server A"), (lab.Session.Policy!.Published.Serial, lab.Session.Policy.Source));
        var copy = PublishedCopy.Load(Path.Combine(lab.Platform.DataFolder, CopyName));
        Assert.Equal((3, 5), (copy.Policy!.Serial, copy.Policy.Pairs.Count));
    }

    [Fact]
    public async Task A_newer_serial_on_one_side_counts_and_an_older_one_does_not()
    {
        await using var lab = new ClientLab().Publish(Published(3, ManyPairs(1)));
        await lab.StartAsync();
        var told = 0;
        lab.Session.PolicyChanged += (_, _) => told++;
        lab.B.Published.Hold(Published(4, ManyPairs(2)));
        await lab.AskAsync(() => lab.Session.Policy!.Published.Serial == 4);
        Assert.Equal(("b", 2, 1), (lab.Session.Policy!.Source, lab.Session.Policy.Pairs.Count, told));

        // Side b goes back to what it had: the newest that was seen stays.
        lab.B.Published.Hold(Published(2, []));
        var asked = lab.Session.LastAsked;
        lab.Platform.Advance(TimeSpan.FromSeconds(1));
        await lab.AskAsync(() => lab.Session.LastAsked > asked);
        Assert.Equal((4, 1), (lab.Session.Policy.Published.Serial, told));
        Assert.Equal(["serial 3", "serial 2", "nothing is published there"], lab.Session.Places.Select(p => p.Text));
    }

    [Fact]
    public async Task An_invalid_publication_is_told_and_the_last_valid_one_stays()
    {
        await using var lab = new ClientLab().Publish(Published(3, ManyPairs(1)));
        await lab.StartAsync();
        var tile = lab.Open(1);
        lab.Publish(Published(9, []) with { Text = "name: nothing else\n" });
        var asked = lab.Session.LastAsked;
        lab.Platform.Advance(TimeSpan.FromSeconds(1));
        await lab.AskAsync(() => lab.Session.LastAsked > asked && lab.Session.Settings.Places.Any(p => p.Problem is not null));
        Assert.Equal((3, true), (lab.Session.Policy!.Published.Serial, tile.Model.IsProtected));
        Assert.All(lab.Session.Places.Take(2), p => Assert.Contains("not a valid policy", p.Problem, StringComparison.Ordinal));
        await lab.Session.Log.FlushAsync();
        Assert.Contains("a: the published policy cannot be used: its text is not a valid policy", File.ReadAllText(lab.Session.Log.Path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Places_are_asked_again_by_time_alone_and_sooner_while_one_is_missing()
    {
        await using var lab = new ClientLab().Down(ClientLab.LoginB).Publish(Published(3, []));
        lab.Session.Start();
        await lab.Platform.UntilAsync(() => lab.Session.Policy is not null && lab.Session.Places.Any(p => p.Place == "b"));
        lab.A.Published.Hold(Published(4, []));
        await lab.Platform.UntilAsync(() =>
        {
            lab.Platform.Advance(PolicyWatch.ShortPeriod);
            return lab.Session.Policy!.Published.Serial == 4;
        });
        lab.Up();
        await lab.Platform.UntilAsync(() =>
        {
            lab.Platform.Advance(TimeSpan.FromSeconds(1));
            return lab.Session.Places.All(p => !p.IsUnreachable);
        });

        lab.A.Published.Hold(Published(5, []));
        await lab.Platform.UntilAsync(() =>
        {
            lab.Platform.Advance(PolicyWatch.Period);
            return lab.Session.Policy!.Published.Serial == 5;
        });
    }

    [Fact]
    public async Task A_site_that_does_not_answer_is_told_and_holds_up_no_other_for_longer_than_its_patience()
    {
        await using var lab = new ClientLab();
        var silent = new SilentPublisher();
        lab.A.OtherPublisher = silent;
        lab.B.Published.Hold(Published(3, ManyPairs(1)));
        lab.Session.Start();
        await lab.Platform.UntilAsync(() => lab.Session.Sites.All(s => s.IsConnected));
        lab.Session.Wake();
        await lab.Platform.UntilAsync(() =>
        {
            lab.Platform.Advance(TimeSpan.FromSeconds(10));
            return lab.Session.Policy is not null;
        });
        Assert.Equal("Server B", lab.Session.Policy!.Source);
        await lab.Platform.UntilAsync(() =>
        {
            lab.Platform.Advance(TimeSpan.FromSeconds(10));
            return lab.Session.Places.Any(p => p.Place == "a" && p.Problem == "it did not answer in 30 s");
        });
    }

    [Fact]
    public async Task A_site_that_was_closed_while_it_was_asked_does_not_end_the_asking()
    {
        await using var lab = new ClientLab().Publish(Published(3, []));
        await lab.StartAsync();
        lab.A.OtherPublisher = new ClosedPublisher();
        lab.B.OtherPublisher = new ClosedPublisher();
        await lab.AskAsync(() => lab.Session.Places.Count(p => p.Problem == "its connection was closed") == 2);
        lab.A.OtherPublisher = null;
        lab.A.Published.Hold(Published(4, []));
        await lab.AskAsync(() => lab.Session.Policy!.Published.Serial == 4);
    }

    [Fact]
    public async Task Sites_are_those_of_the_policy_by_their_names_there_and_one_without_a_log_in_is_told()
    {
        var platform = new FakePlatform();
        await using var lab = new ClientLab(platform).Publish(Published(3, []));
        lab.Session.Start();
        Assert.Equal(["Server A", "Server B"], lab.Session.Sites.Select(s => s.Info.Name));
        Assert.Empty(lab.Session.PolicySites);
        await platform.UntilAsync(() => lab.Session.Policy is not null);
        Assert.Equal(["a", "b"], lab.Session.Sites.Select(s => s.Info.Name));
        Assert.Same(lab.Session.Sites[1], lab.Session.SiteOf("b"));
        Assert.Null(lab.Session.SiteOf("Server A"));

        platform.Logins = [ClientLab.LoginA];
        await lab.AskAsync(() => lab.Session.Sites.Count == 1);
        Assert.Equal([("a", true), ("b", false)], lab.Session.PolicySites.Select(s => (s.Name, s.Login is not null)));
        lab.Session.Settings.Refresh();
        Assert.Equal("Smart Client is not logged in to it", lab.Session.Settings.Sites[1].State);
    }

    [Fact]
    public async Task What_the_policy_says_of_a_certificate_is_given_to_the_connection()
    {
        await using var lab = new ClientLab().Publish(Published(3, []));
        await lab.StartAsync();
        Assert.All(lab.Platform.Connects.Where(c => c.Name.StartsWith("Server", StringComparison.Ordinal)), c => Assert.Null(c.Tls));
        Assert.Contains(lab.Platform.Connects, c => c.Name == "a" && c.Tls is { Verify: true });
    }

    [Fact]
    public async Task Orders_that_were_known_count_until_the_sites_of_another_policy_were_asked()
    {
        await using var lab = new ClientLab().Publish(Published(3, ManyPairs(1)));
        await lab.StartAsync();
        var tile = lab.Open(1);
        lab.Order(new OverrideRecord { Serial = 1, Scope = OverrideScope.Side, Act = OverrideAct.Show, Show = Core.Inventory.Side.Secondary });
        await lab.Platform.UntilAsync(() =>
        {
            lab.Play(0.2);
            return tile.Model.Shown == Core.Inventory.Side.Secondary;
        });

        // Both sites are new ones, and neither answers.
        lab.Down(ClientLab.LoginA, ClientLab.LoginB);
        lab.Platform.Logins = [ClientLab.LoginA with { Name = "A2" }, ClientLab.LoginB with { Name = "B2" }];
        await lab.AskAsync(() => lab.Session.Sites[0].Login.Name == "A2");
        lab.Open(1);
        lab.Play(3);
        Assert.Single(lab.Session.Orders.All);
        Assert.All(lab.Tiles, t => Assert.Equal((Core.Inventory.Side.Secondary, TilePhase.Pinned), (t.Model.Shown!.Value, t.Model.Phase)));

        lab.Order();
        lab.Up();
        await lab.Platform.UntilAsync(() =>
        {
            lab.Session.Wake();
            lab.Play(0.2);
            return lab.Session.Orders.All.Count == 0 && tile.Model.Shown == Core.Inventory.Side.Primary;
        });
    }

    [Fact]
    public async Task A_session_that_ends_closes_tiles_and_sites_and_asks_no_more()
    {
        await using var lab = new ClientLab().Publish(Published(3, ManyPairs(1)));
        await lab.StartAsync();
        var tile = lab.Open(1);
        await lab.Session.DisposeAsync();
        Assert.True(tile.Stream(Core.Inventory.Side.Primary).IsClosed);
        Assert.True(lab.A.IsDisposed && lab.B.IsDisposed);
        Assert.Empty(lab.Session.Tiles);
        lab.Session.Wake();
        lab.Platform.Advance(TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task A_session_that_was_never_started_ends_too()
    {
        var lab = new ClientLab();
        lab.Session.Wake();
        await lab.DisposeAsync();
        Assert.Null(lab.Session.Policy);
    }

    [Theory]
    [InlineData("http://a.example/", "http://a.example:8081/", true)]
    [InlineData("https://A.EXAMPLE/", "http://a.example/", true)]
    [InlineData("http://a.example:8080/", "http://b.example:8080/", false)]
    public void A_log_in_is_found_by_host(string login, string site, bool isFound)
    {
        var policy = PolicyOf(site);
        Assert.Equal(isFound, LoginMatch.Of(policy, [new ClientLogin("1", "S", new Uri(login))])[0].Login is not null);
    }

    [Fact]
    public void Of_two_log_ins_on_one_host_the_port_tells()
    {
        ClientLogin[] logins = [new("1", "S1", new Uri("http://a.example:8081/")), new("2", "S2", new Uri("http://a.example:8082/"))];
        Assert.Equal("2", LoginMatch.Of(PolicyOf("http://a.example:8082/"), logins)[0].Login!.Id);
        Assert.Null(LoginMatch.Of(PolicyOf("http://a.example:8083/"), logins)[0].Login);
    }

    [Theory]
    [InlineData("http://10.0.0.7/", "Harbour", true)]
    [InlineData("http://vms-a/", "S2", true)]
    [InlineData("http://vms-b/", "S2", false)]
    [InlineData("http://10.0.0.7/", "S2", false)]
    public void A_log_in_by_another_name_of_the_host_is_found_by_the_sites_name_or_the_hosts_first_part(string login, string name, bool isFound)
    {
        var policy = PolicyOf("https://vms-a.example.net/");
        var site = policy.Sites.Keys.First();
        ClientLogin[] logins = [new("1", name == "Harbour" ? site.ToUpperInvariant() : name, new Uri(login)), new("2", "other", new Uri("http://10.0.0.8/"))];
        Assert.Equal(isFound ? "1" : null, LoginMatch.Of(policy, logins)[0].Login?.Id);
    }

    private static Policy.RedundancyPolicy PolicyOf(string uri)
        => Policy.PolicyReader.Parse(Yaml.Replace("http://a.example/", uri, StringComparison.Ordinal), "x").Policy!;

    private sealed class SilentPublisher : IPolicyPublisher
    {
        public async Task<Outcome<string>> ReadAsync(Guid option, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return "";
        }

        public Task<SiteError?> WriteAsync(Guid option, string xml, CancellationToken cancellationToken) => throw new NotSupportedException();
    }

    private sealed class ClosedPublisher : IPolicyPublisher
    {
        public Task<Outcome<string>> ReadAsync(Guid option, CancellationToken cancellationToken)
            => option == PublishedOptions.Overrides ? Task.FromResult(Outcome<string>.Of("")) : throw new ObjectDisposedException("connection");

        public Task<SiteError?> WriteAsync(Guid option, string xml, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
