using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using RMF.Core.Inventory;
using RMF.Engine.Ports;
using RMF.Simulator;
using RMF.Testing;
using RMF.XProtect.Tests.Fakes;

namespace RMF.XProtect.Tests;

/// <summary>Bad input over real sockets: each has its clear error.</summary>
[Trait("Proof", "bad-input")]
public sealed class SocketTests
{
    private static readonly WorldSite Harbour = World.Load("harbour").Sites[0];

    [Theory]
    [InlineData(AccountState.Active, "is wrong")]
    [InlineData(AccountState.LockedOut, "locked out")]
    [InlineData(AccountState.MustChangePassword, "must change its password")]
    public async Task A_log_in_that_is_refused_says_why_and_never_the_password(AccountState account, string words)
    {
        await using var server = await ListenAsync();
        server.Account = account;
        var password = account == AccountState.Active ? "not-the-Pa55" : server.Password;
        var error = await FailAsync(Simulated.ConnectionTo(server) with { Credential = new SiteCredential.Basic(server.BasicUser, new Secret(password)) });

        Assert.Equal(SiteErrorKind.InvalidCredentials, error.Kind);
        Assert.Contains(words, error.Message);
        Assert.DoesNotContain(password, error.Message + error.Advice + error.Operation);
    }

    [Fact]
    public async Task A_host_that_does_not_exist_is_unreachable()
    {
        var error = await FailAsync(Connect.Connection("https://no-such-host.invalid"));

        Assert.Equal(SiteErrorKind.Unreachable, error.Kind);
        Assert.Contains("no-such-host.invalid", error.Message);
        Assert.Contains("host name", error.Message);
    }

    [Fact]
    public async Task A_port_where_nothing_listens_is_unreachable()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        taken.Stop();
        var error = await FailAsync(Connect.Connection($"http://127.0.0.1:{port}"));

        Assert.Equal(SiteErrorKind.Unreachable, error.Kind);
        Assert.Contains("nothing listens", error.Message);
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_refused_with_its_thumbprint()
    {
        using var certificate = Certificates.SelfSigned();
        var thumbprint = certificate.GetCertHashString(HashAlgorithmName.SHA256);
        await using var server = await ListenAsync(new ListenOptions { Certificate = certificate });
        var connection = Simulated.ConnectionTo(server);
        var error = await FailAsync(connection);

        Assert.Equal(SiteErrorKind.CertificateNotTrusted, error.Kind);
        Assert.Contains(thumbprint, error.Message.Replace(":", "", StringComparison.Ordinal));
        Assert.Contains("pin", error.Advice);
        Assert.DoesNotContain(server.Requests.List(), r => r.Method == "POST");

        var wrongPin = await FailAsync(connection with { PinnedThumbprint = new string('A', 64) });
        Assert.Equal(SiteErrorKind.CertificateNotTrusted, wrongPin.Kind);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_certificate_is_let_pass_by_pin_or_by_turning_the_check_off_and_both_warn(bool pinned)
    {
        using var certificate = Certificates.SelfSigned();
        await using var server = await ListenAsync(new ListenOptions { Certificate = certificate });
        var thumbprint = string.Join(':', certificate.GetCertHashString(HashAlgorithmName.SHA256).ToLowerInvariant().Chunk(2).Select(c => new string(c)));
        var connection = pinned
            ? Simulated.ConnectionTo(server) with { PinnedThumbprint = thumbprint }
            : Simulated.ConnectionTo(server) with { VerifyCertificate = false };
        var outcome = await Simulated.Connector().ConnectAsync(connection, CancellationToken.None);

        Assert.True(outcome.TryGet(out var site), outcome.Error?.ToString());
        using (site)
        {
            Assert.Contains(pinned ? "pinned" : "not checked", Assert.Single(site.Info.Warnings));
            Assert.NotEmpty((await Connect.SnapshotAsync(site, ItemKind.Camera)).Items);
        }
    }

    [Fact]
    public async Task A_server_that_speaks_http_where_https_was_asked_for_says_so()
    {
        using var page = new PageServer();
        var error = await FailAsync(Connect.Connection(page.Address.Replace("http:", "https:", StringComparison.Ordinal)));

        Assert.Equal(SiteErrorKind.CertificateNotTrusted, error.Kind);
        Assert.Contains("https", error.Advice);
    }

    [Fact]
    public async Task A_server_that_answers_with_web_pages_is_named()
    {
        using var page = new PageServer();
        var error = await FailAsync(Connect.Connection(page.Address));

        Assert.Equal(SiteErrorKind.UnexpectedAnswer, error.Kind);
        Assert.Contains(page.Address + "/api/.well-known/uris", error.Message);
        Assert.Contains("web page", error.Message);
    }

    [Fact]
    public async Task A_site_that_answers_one_collection_with_a_web_page_leaves_that_part_partial()
    {
        await using var simulated = await Simulated.OnSocketAsync(Harbour);
        simulated.Server.Faults.Add(Fault.On(FaultKind.HtmlPage, "GET", "/cameras", count: null));
        var snapshot = await simulated.SnapshotAsync(ItemKind.Camera, ItemKind.Hardware);

        Assert.Equal(PartState.Partial, snapshot.PartOf(ItemKind.Camera).State);
        Assert.Contains("web page", snapshot.PartOf(ItemKind.Camera).Reason);
        Assert.Equal(PartState.Whole, snapshot.PartOf(ItemKind.Hardware).State);
    }

    [Fact]
    public async Task Tokens_that_end_in_the_middle_are_renewed_and_nothing_is_missing()
    {
        await using var simulated = await Simulated.OnSocketAsync(Harbour);
        simulated.Server.Faults.Add(Fault.On(FaultKind.ExpireTokens, "GET", "/streams/*", skip: 10, count: 1));
        simulated.Server.Faults.Add(Fault.On(FaultKind.ExpireTokens, "GET", "/cameras", count: 1));
        var snapshot = await simulated.SnapshotAsync(ItemKind.Camera, ItemKind.Streams);

        Assert.True(snapshot.IsComplete);
        Assert.Equal(simulated.Server.Data.List("cameras").Count, snapshot.OfKind(ItemKind.Streams).Count);
        Assert.InRange(simulated.Server.Requests.List().Count(r => r.Target.Contains("connect/token", StringComparison.OrdinalIgnoreCase)), 3, 3);
    }

    [Fact]
    public async Task A_list_that_was_cut_short_and_looks_whole_is_noticed()
    {
        await using var simulated = await Simulated.OnSocketAsync(Harbour, change: c => c with { PageSize = 10 });
        simulated.Server.Faults.Add(Fault.On(FaultKind.PartialPage, "GET", "/cameras?*page=1&*", count: 1));
        var snapshot = await simulated.SnapshotAsync(ItemKind.Camera);

        Assert.Equal(PartState.Partial, snapshot.PartOf(ItemKind.Camera).State);
        Assert.Contains("page 1 held", snapshot.PartOf(ItemKind.Camera).Reason);
    }

    [Fact]
    public async Task An_empty_list_is_what_the_site_says()
    {
        await using var simulated = await Simulated.OnSocketAsync(Harbour);
        simulated.Server.Faults.Add(Fault.On(FaultKind.EmptyList, "GET", "/cameras", count: null));
        var snapshot = await simulated.SnapshotAsync(ItemKind.Camera, ItemKind.Hardware);

        Assert.Empty(snapshot.OfKind(ItemKind.Camera));
        Assert.NotEmpty(snapshot.OfKind(ItemKind.Hardware));
        Assert.Equal(PartState.Whole, snapshot.PartOf(ItemKind.Camera).State);
    }

    [Theory]
    [InlineData(503, true)]
    [InlineData(502, false)]
    [InlineData(504, false)]
    public async Task A_storm_of_gateway_errors_is_waited_out(int status, bool html)
    {
        var clock = new ManualTimeProvider();
        await using var simulated = await Simulated.OnSocketAsync(Harbour, clock);
        simulated.Server.Faults.Add(Fault.Error(status, html) with { Method = "GET", Probability = 0.3 });
        var snapshot = await Virtual.RunAsync(clock, () => simulated.SnapshotAsync(ItemKind.Camera, ItemKind.Hardware, ItemKind.Storage, ItemKind.Streams), TimeSpan.FromMilliseconds(250));

        // Six attempts fail together once in 1,372 reads; what then is missing must be said.
        Assert.Equal(simulated.Server.Data.List("cameras").Count, snapshot.OfKind(ItemKind.Streams).Count + snapshot.PartOf(ItemKind.Streams).Unread.Count);
        Assert.InRange(snapshot.PartOf(ItemKind.Streams).Unread.Count, 0, 3);
    }

    [Theory]
    [InlineData(FaultKind.ResetBeforeEffect)]
    [InlineData(FaultKind.ResetAfterEffect)]
    [InlineData(FaultKind.HalfAnswer)]
    public async Task A_broken_read_is_read_again(FaultKind fault)
    {
        var clock = new ManualTimeProvider();
        await using var simulated = await Simulated.OnSocketAsync(Harbour, clock);
        simulated.Server.Faults.Add(Fault.On(fault, "GET", "/hardware", count: 1));
        simulated.Server.Faults.Add(Fault.On(fault, "GET", "/streams/*", skip: 3, count: 4));
        var snapshot = await Virtual.RunAsync(clock, () => simulated.SnapshotAsync(ItemKind.Hardware, ItemKind.Camera, ItemKind.Streams), TimeSpan.FromMilliseconds(250));

        Assert.True(snapshot.IsComplete);
        Assert.Equal(simulated.Server.Data.List("cameras").Count, snapshot.OfKind(ItemKind.Streams).Count);
    }

    [Fact]
    public async Task A_read_that_stalls_ends_with_its_time_and_is_tried_once_more()
    {
        var clock = new ManualTimeProvider();
        await using var simulated = await Simulated.OnSocketAsync(Harbour, clock);
        simulated.Server.Faults.Add(Fault.On(FaultKind.Stall, "GET", "/cameras", count: 1));
        var snapshot = await Virtual.RunAsync(clock, () => simulated.SnapshotAsync(ItemKind.Camera), TimeSpan.FromMilliseconds(500));

        Assert.True(snapshot.IsComplete);
        Assert.NotEmpty(snapshot.Items);
        Assert.True(clock.GetUtcNow() - new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero) >= TimeSpan.FromSeconds(180));
    }

    [Theory]
    [InlineData(FaultKind.ResetBeforeEffect, false)]
    [InlineData(FaultKind.ResetAfterEffect, true)]
    [InlineData(FaultKind.HalfAnswer, true)]
    [InlineData(FaultKind.Stall, true)]
    public async Task A_write_whose_answer_is_lost_is_unknown_and_sent_once(FaultKind fault, bool happened)
    {
        var clock = new ManualTimeProvider();
        await using var simulated = await Simulated.OnSocketAsync(Harbour, clock);
        var camera = (await simulated.SnapshotAsync(ItemKind.Camera)).Items.First();
        simulated.Server.Faults.Add(Fault.On(fault, "PATCH", count: null));
        var desired = camera with { Properties = camera.Properties.With("description", Scalar.Text("new words")) };
        var result = await Virtual.RunAsync(clock, () => simulated.Site.Writer.UpdateAsync(new ItemUpdate(camera, desired, ["description"]), CancellationToken.None), TimeSpan.FromMilliseconds(500));

        Assert.Equal(WriteStatus.Unknown, result.Status);
        Assert.True(result.Error!.IsTransient);
        Assert.Single(simulated.Server.Requests.Writes(), w => w.Method == "PATCH");
        Assert.Equal(happened ? "new words" : camera.Properties.TextOf("description"), simulated.Server.Data.Get("cameras", camera.Key.Id, "description"));
    }

    [Fact]
    public async Task A_server_that_is_gone_refuses_a_write_without_effect()
    {
        var simulated = await Simulated.OnSocketAsync(Harbour);
        var camera = (await simulated.SnapshotAsync(ItemKind.Camera)).Items.First();
        await simulated.Server.DisposeAsync();
        using var site = simulated.Site;
        var result = await site.Writer.UpdateAsync(new ItemUpdate(camera, camera, ["name"]), CancellationToken.None);

        // A connection kept from before may have taken the bytes and then died: only a refused connect is surely without effect.
        Assert.Contains(result.Status, (WriteStatus[])[WriteStatus.Failed, WriteStatus.Unknown]);
        var second = await site.Writer.UpdateAsync(new ItemUpdate(camera, camera, ["name"]), CancellationToken.None);
        Assert.Equal((WriteStatus.Failed, SiteErrorKind.Unreachable), (second.Status, second.Error!.Kind));
    }

    private static async Task<SimulatedSite> ListenAsync(ListenOptions? options = null)
    {
        var server = new SimulatedSite(Harbour, new SimulatorOptions { TimeProvider = TimeProvider.System });
        await server.ListenAsync(options);
        return server;
    }

    private static async Task<SiteError> FailAsync(SiteConnection connection)
    {
        var outcome = await Simulated.Connector().ConnectAsync(connection, CancellationToken.None);
        Assert.NotNull(outcome.Error);
        Assert.False(outcome.TryGet(out _));
        Assert.NotEmpty(outcome.Error.Advice);
        return outcome.Error;
    }

    /// <summary>Some web server that is not XProtect's.</summary>
    private sealed class PageServer : IDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);

        public PageServer()
        {
            listener.Start();
            _ = ServeAsync();
        }

        public string Address => $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

        public void Dispose() => listener.Dispose();

        private async Task ServeAsync()
        {
            var page = Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 29\r\nConnection: close\r\n\r\n<html>Welcome, visitor</html>");
            var request = new byte[4096];
            try
            {
                while (true)
                {
                    using var client = await listener.AcceptTcpClientAsync();
                    await using var stream = client.GetStream();
                    if (await stream.ReadAsync(request) > 0)
                    {
                        await stream.WriteAsync(page);
                    }
                }
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException or IOException)
            {
                // The test is over.
            }
        }
    }
}
