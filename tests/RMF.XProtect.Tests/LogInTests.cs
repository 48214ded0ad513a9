using RMF.Core.Inventory;
using RMF.Engine.Ports;
using RMF.Testing;
using RMF.XProtect.Tests.Fakes;

namespace RMF.XProtect.Tests;

public sealed class LogInTests
{
    [Fact]
    public async Task A_basic_user_logs_in_by_the_password_grant_and_the_site_says_who_it_is()
    {
        var wire = new ScriptedSite();
        using var site = await Connect.ToAsync(wire);

        var post = Assert.Single(wire.Calls, c => c.Method == "POST");
        Assert.Equal("/IDP/connect/token", post.Target);
        Assert.Equal("application/x-www-form-urlencoded", post.ContentType);
        Assert.Equal($"grant_type=password&username=rmf&password={Connect.Password}&client_id=GrantValidatorClient", post.Body);
        Assert.Equal(new SiteInfo("north", "VMS-A", "00645af0-db75-40c2-82cc-2ad2e820aca9", "25.1.1804.1", new Uri(ScriptedSite.Host + "/api/"), "rmf") { Warnings = site.Info.Warnings }, site.Info);
        Assert.Empty(site.Info.Warnings);
        Assert.Null(wire.Calls[0].Token);
        Assert.Equal(ScriptedSite.Token, wire.Calls[^1].Token);
    }

    [Fact]
    public async Task A_password_is_encoded_for_the_form()
    {
        var wire = new ScriptedSite();
        var connection = Connect.Connection() with { Credential = new SiteCredential.Basic("a b", new Secret("p&q=r+s%ü")) };
        using var site = await Connect.ToAsync(wire, connection: connection);

        Assert.Contains("username=a+b&password=p%26q%3Dr%2Bs%25%C3%BC&", wire.Calls.Single(c => c.Method == "POST").Body);
    }

    [Fact]
    public async Task A_Windows_account_asks_the_identity_provider_itself_and_sends_no_password_in_the_form()
    {
        var wire = new ScriptedSite();
        var handlers = 0;
        var connector = new XProtectConnector(new XProtectOptions(TimeProvider.System, 1)
        {
            HandlerFactory = _ =>
            {
                handlers++;
                return wire;
            },
        });
        var connection = Connect.Connection() with { Credential = new SiteCredential.Windows("CORP\\rmf", new Secret(Connect.Password)) };
        var outcome = await connector.ConnectAsync(connection, CancellationToken.None);

        Assert.True(outcome.TryGet(out var site), outcome.Error?.ToString());
        Assert.Equal("CORP\\rmf", site.Info.Account);
        var post = Assert.Single(wire.Calls, c => c.Method == "POST");
        Assert.Equal("/IDP/connect/token", post.Target);
        Assert.Equal("grant_type=windows_credentials&client_id=GrantValidatorClient", post.Body);
        Assert.Equal(2, handlers);
    }

    [Fact]
    public async Task A_token_taken_over_is_used_as_it_is_and_its_refusal_is_final()
    {
        var wire = new ScriptedSite();
        var connection = Connect.Connection() with { Credential = new SiteCredential.AccessToken(new Secret("handed-in")) };
        using var site = await Connect.ToAsync(wire, connection: connection);
        Assert.DoesNotContain(wire.Calls, c => c.Method == "POST");
        Assert.Equal("handed-in", wire.Calls[^1].Token);

        wire.Json("GET", "^/api/rest/v1/", "Token validation failed: the token is expired.", 401);
        var outcome = await site.Reader.ReadAsync(new SnapshotRequest([ItemKind.Camera], [], ReadDepth.Full), null, CancellationToken.None);
        Assert.Equal(SiteErrorKind.Unauthorized, outcome.Error!.Kind);
        Assert.Contains("new one", outcome.Error.Advice);
    }

    [Theory]
    [InlineData("mangled-one\n")]
    [InlineData("Bearer mangled-one")]
    [InlineData("mangled\u00A0one")]
    public async Task A_token_that_cannot_be_one_is_told_and_not_sent(string text)
    {
        var wire = new ScriptedSite();
        foreach (var (credential, words) in new (SiteCredential, string)[] { (new SiteCredential.AccessToken(new Secret(text)), "line break"), (new SiteCredential.LentToken(() => new Secret(text), "guard"), "no token") })
        {
            var outcome = await Connect.TryAsync(wire, connection: Connect.Connection() with { Credential = credential });
            Assert.Contains(words, outcome.Error!.Message);
            Assert.DoesNotContain("mangled", outcome.Error.ToString());
            Assert.All(wire.Calls, c => Assert.Null(c.Token));
        }
    }

    [Fact]
    public async Task A_token_lent_by_a_program_is_asked_for_again_after_a_refusal()
    {
        var wire = new ScriptedSite();
        var held = new Secret("first");
        var connection = Connect.Connection() with { Credential = new SiteCredential.LentToken(() => held, "guard") };
        using var site = await Connect.ToAsync(wire, connection: connection);
        Assert.DoesNotContain(wire.Calls, c => c.Method == "POST");
        Assert.Equal("first", wire.Calls[^1].Token);
        Assert.Equal("guard", site.Info.Account);

        wire.On("GET", "^/api/rest/v1/recordingServers", call => call.Token == "second" ? ScriptedSite.Answer("""{"array":[]}""") : ScriptedSite.Answer("Token validation failed", 401));
        var request = new SnapshotRequest([ItemKind.RecordingServer], [], ReadDepth.Full);
        var refused = await site.Reader.ReadAsync(request, null, CancellationToken.None);
        held = new Secret("second");
        var read = await site.Reader.ReadAsync(request, null, CancellationToken.None);

        Assert.Equal(SiteErrorKind.Forbidden, refused.Error!.Kind);
        Assert.Contains("that program", refused.Error.Advice);
        Assert.Null(read.Error);
    }

    [Fact]
    public async Task Without_discovery_the_usual_places_are_tried_before_the_password_is_sent()
    {
        var wire = new ScriptedSite();
        wire.On("GET", "well-known", _ => ScriptedSite.Answer("<html>404</html>", 404, "text/html"));
        wire.Json("GET", "^/idp/\\.well-known/openid-configuration$", "{}");
        wire.Json("POST", "^/idp/connect/token$", """{"access_token":"t","expires_in":3600}""");
        using var site = await Connect.ToAsync(wire);

        Assert.Equal(["/api/.well-known/uris", "/API/IDP/.well-known/openid-configuration", "/api/idp/.well-known/openid-configuration", "/IDP/.well-known/openid-configuration"],
            wire.Calls.TakeWhile(c => c.Method == "GET").Select(c => c.Target));
        Assert.Equal("24.2.0.1", site.Info.Version);
    }

    [Fact]
    public async Task An_identity_provider_named_by_discovery_is_not_followed_from_https_to_http()
    {
        var wire = new ScriptedSite();
        wire.Json("GET", "^/api/\\.well-known/uris$", """{"ProductVersion":"25.1","IdentityProvider":"http://evil.example.net/IDP"}""");
        using var site = await Connect.ToAsync(wire);

        Assert.All(wire.Calls, c => Assert.Equal("vms.example.net", c.Url.Host));
    }

    [Theory]
    [InlineData("InvalidCredentials", "is wrong")]
    [InlineData("LockedOut", "locked out")]
    [InlineData("ChangePassword", "must change its password")]
    public async Task Each_refusal_of_the_identity_provider_is_told_apart(string code, string words)
    {
        var wire = new ScriptedSite();
        wire.Json("POST", "connect/token", $$"""{"error":"invalid_grant","error_description":"invalid_username_or_password","error_code":"{{code}}"}""", 400);
        var outcome = await Connect.TryAsync(wire);

        Assert.Equal(SiteErrorKind.InvalidCredentials, outcome.Error!.Kind);
        Assert.Contains(words, outcome.Error.Message);
        Assert.Contains("'rmf'", outcome.Error.Message);
        Assert.DoesNotContain(Connect.Password, outcome.Error.ToString());
    }

    [Fact]
    public async Task A_refused_password_is_not_sent_again_however_many_reads_wait_for_it()
    {
        var clock = new ManualTimeProvider();
        var wire = Shapes.Site(40);
        using var site = await Connect.ToAsync(wire, clock);
        wire.Json("POST", "connect/token", """{"error":"invalid_grant","error_code":"LockedOut"}""", 400);
        clock.Advance(TimeSpan.FromHours(2));
        var before = wire.Calls.Count(c => c.Method == "POST");

        for (var i = 0; i < 3; i++)
        {
            var outcome = await site.Reader.ReadAsync(new SnapshotRequest([ItemKind.Camera, ItemKind.Hardware], [], ReadDepth.Full), null, CancellationToken.None);
            Assert.Equal(SiteErrorKind.InvalidCredentials, outcome.Error!.Kind);
        }

        Assert.Equal(before + 1, wire.Calls.Count(c => c.Method == "POST"));
    }

    [Fact]
    public async Task A_token_is_renewed_before_it_expires_and_by_one_log_in_only()
    {
        var clock = new ManualTimeProvider();
        var wire = Shapes.Site(40);
        using var site = await Connect.ToAsync(wire, clock);
        await Connect.SnapshotAsync(site, ItemKind.Streams);
        Assert.Equal(1, wire.Calls.Count(c => c.Method == "POST"));

        clock.Advance(TimeSpan.FromSeconds(3600 - 59));
        await Connect.SnapshotAsync(site, ItemKind.Streams, ItemKind.Settings, ItemKind.CameraGroup);
        Assert.Equal(2, wire.Calls.Count(c => c.Method == "POST"));
    }

    [Fact]
    public async Task While_the_identity_provider_is_away_the_old_token_is_used_until_it_ends()
    {
        var clock = new ManualTimeProvider();
        var wire = Shapes.Site(3);
        using var site = await Connect.ToAsync(wire, clock);
        wire.On("POST", "connect/token", _ => throw new HttpRequestException("reset", new IOException("connection reset")));
        clock.Advance(TimeSpan.FromSeconds(3550));

        var snapshot = await Virtual.RunAsync(clock, () => Connect.SnapshotAsync(site, ItemKind.RecordingServer), TimeSpan.FromMilliseconds(100));
        Assert.Single(snapshot.Items);
    }

    [Fact]
    public async Task A_401_in_the_middle_renews_the_token_once_and_the_read_goes_on()
    {
        var wire = Shapes.Site(5);
        var tokens = 0;
        wire.On("POST", "connect/token", _ => ScriptedSite.Answer($$"""{"access_token":"token-{{++tokens}}","expires_in":3600}"""));
        using var site = await Connect.ToAsync(wire);
        wire.On("GET", "^/api/rest/v1/cameras\\?", call => call.Token == "token-1" ? ScriptedSite.Answer("Token validation failed: the token is expired.", 401, "text/plain") : ScriptedSite.Answer($$"""{"array":[{{(call.Target.Contains("page=0") ? Shapes.CameraJson(1) : "")}}]}"""));

        var snapshot = await Connect.SnapshotAsync(site, ItemKind.Camera);
        Assert.Single(snapshot.Items);
        Assert.Equal(2, tokens);
    }

    [Fact]
    public async Task Neither_password_nor_token_is_in_the_verbose_lines()
    {
        var log = new List<string>();
        var wire = Shapes.Site(2);
        using var site = await Connect.ToAsync(wire, log: log);
        await Connect.SnapshotAsync(site, ItemKind.Camera);
        await site.Writer.AddHardwareAsync(new HardwareCreation(Shapes.Key(ItemKind.RecordingServer, Shapes.Recorder), new Uri("http://192.0.2.99/"), Shapes.Key(ItemKind.HardwareDriver, Shapes.Driver), "root", new Secret("hw-Pa55")), CancellationToken.None);

        Assert.Contains(log, l => l.Contains("/api/rest/v1/cameras"));
        Assert.All(log, l =>
        {
            Assert.DoesNotContain(Connect.Password, l);
            Assert.DoesNotContain(ScriptedSite.Token, l);
            Assert.DoesNotContain("hw-Pa55", l);
        });
    }

    [Fact]
    public async Task A_collection_that_the_server_does_not_have_or_does_not_show_is_said_at_log_in()
    {
        var wire = new ScriptedSite();
        wire.Json("GET", "^/api/rest/v1/cameraGroups", """{"error":{"httpCode":404,"details":[{"errorText":"Unknown resource: cameraGroups"}]}}""", 404);
        wire.Json("GET", "^/api/rest/v1/cameras", """{"error":{"httpCode":403,"details":[{"errorText":"You do not have sufficient permissions to complete the operation.","errorTextId":"VMO61008"}]}}""", 403);
        using var site = await Connect.ToAsync(wire);

        Assert.Contains("Unknown resource", site.Capabilities.WhyNot(ItemKind.CameraGroup));
        Assert.Contains("permissions", site.Capabilities.WhyNot(ItemKind.Camera));
        Assert.Contains("permissions", site.Capabilities.WhyNot(ItemKind.Settings));
        Assert.Null(site.Capabilities.WhyNot(ItemKind.Hardware));
        var snapshot = await Connect.SnapshotAsync(site, ItemKind.CameraGroup, ItemKind.Hardware);
        Assert.Equal(PartState.NotRead, snapshot.PartOf(ItemKind.CameraGroup).State);
        Assert.Equal(PartState.Whole, snapshot.PartOf(ItemKind.Hardware).State);
    }

    [Fact]
    public async Task Task_lists_are_asked_for_without_the_data()
    {
        var wire = Shapes.Site(1);
        wire.Json("GET", "\\?tasks&noData$", """{"tasks":[{"id":"JpegGetLive","displayName":"x"},{"id":"GetSequences","displayName":"y"}]}""");
        using var site = await Connect.ToAsync(wire);
        var camera = Shapes.Key(ItemKind.Camera, Shapes.CameraId(1));

        Assert.True((await site.Capabilities.HasTaskAsync(camera, "GetSequences", CancellationToken.None)).Value);
        Assert.False((await site.Capabilities.HasTaskAsync(camera, "StartRecording", CancellationToken.None)).Value);
        Assert.Equal($"/api/rest/v1/cameras/{Shapes.CameraId(1)}?tasks&noData", wire.Calls[^1].Target);
    }
}
