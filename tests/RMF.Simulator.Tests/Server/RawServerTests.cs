using System.Net.Sockets;
using System.Text;

namespace RMF.Simulator.Tests.Server;

/// <summary>What HttpClient does not send but other clients do.</summary>
public sealed class RawServerTests
{
    private const string Discovery = "/api/.well-known/uris";

    [Fact]
    public async Task Early_requests_are_answered_in_order_on_one_connection()
    {
        await using var test = await TestSite.StartAsync(socket: true, login: false);

        var answers = await Exchange(test, $"GET {Discovery} HTTP/1.1\r\nHost: x\r\n\r\nGET /nowhere HTTP/1.1\r\nHost: x\r\n\r\nHEAD {Discovery} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        Assert.Equal(["200", "404", "200"], answers.Split("HTTP/1.1 ").Skip(1).Select(a => a[..3]));
        Assert.EndsWith("Connection: close\r\n\r\n", answers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Body_in_chunks_is_put_together()
    {
        await using var test = await TestSite.StartAsync(socket: true, login: false);
        var form = $"grant_type=password&username=rmf&password={test.Site.Password}&client_id=GrantValidatorClient";
        var chunked = $"{10:x};ext=1\r\n{form[..10]}\r\n{form.Length - 10:X}\r\n{form[10..]}\r\n0\r\nTrailer: t\r\n\r\n";

        var answer = await Exchange(test, $"POST /IDP/connect/token HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Type: application/x-www-form-urlencoded\r\nConnection: close\r\n\r\n{chunked}");

        Assert.StartsWith("HTTP/1.1 200 OK", answer, StringComparison.Ordinal);
        Assert.Contains("access_token", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_in_single_bytes_is_read_too()
    {
        await using var test = await TestSite.StartAsync(socket: true, login: false);

        var answer = await Exchange(test, $"GET {Discovery} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", bytewise: true);

        Assert.StartsWith("HTTP/1.1 200 OK", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whole_url_and_older_protocol_are_understood()
    {
        await using var test = await TestSite.StartAsync(socket: true, login: false);

        var answer = await Exchange(test, $"GET http://proxy.example{Discovery} HTTP/1.0\r\n\r\n");

        Assert.StartsWith("HTTP/1.1 200 OK", answer, StringComparison.Ordinal);
        Assert.Contains("Connection: close", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Client_that_waits_for_continue_gets_it()
    {
        await using var test = await TestSite.StartAsync(socket: true, login: false);

        var answer = await Exchange(test, "POST /IDP/connect/token HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 1\r\nConnection: close\r\n\r\nx");

        Assert.StartsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 400 Bad Request", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense\r\n\r\n", "HTTP/1.1 400")]
    [InlineData("GET / HTTP/2.0\r\n\r\n", "HTTP/1.1 400")]
    [InlineData("GET / HTTP/1.1\r\nno colon\r\n\r\n", "HTTP/1.1 400")]
    [InlineData("POST / HTTP/1.1\r\nContent-Length: x\r\n\r\n", "HTTP/1.1 400")]
    [InlineData("POST / HTTP/1.1\r\nContent-Length: 99999999999\r\n\r\n", "HTTP/1.1 413")]
    [InlineData("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n", "HTTP/1.1 400")]
    [InlineData("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n7fffffff\r\n", "HTTP/1.1 413")]
    public async Task What_is_no_request_is_refused_and_the_connection_closed(string text, string start)
    {
        await using var test = await TestSite.StartAsync(socket: true, login: false);

        Assert.StartsWith(start, await Exchange(test, text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Endless_head_is_refused()
    {
        await using var test = await TestSite.StartAsync(socket: true, login: false);

        Assert.StartsWith("HTTP/1.1 431", await Exchange(test, "GET / HTTP/1.1\r\nX: " + new string('x', 32 * 1024 - 19)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_recorder_listens_on_a_port_that_the_site_names()
    {
        await using var test = await TestSite.StartAsync(socket: true);
        var recorder = Assert.Single(test.Site.Recorders);

        var served = (await test.ListAsync("recordingServers"))[0];
        using var client = new HttpClient();
        using var answer = await client.GetAsync(new Uri(served.GetProperty("webServerUri").GetString()!));

        Assert.Equal(recorder.Port, served.GetProperty("portNumber").GetInt32());
        Assert.Equal(recorder.Id.ToString(), served.GetProperty("id").GetString());
        Assert.Equal($"http://127.0.0.1:{recorder.Port}/", served.GetProperty("webServerUri").GetString());
        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Site_that_stops_closes_its_connections_and_frees_its_port()
    {
        var test = await TestSite.StartAsync(socket: true);
        var port = test.Site.BaseUri.Port;
        await test.GetAsync("sites");

        await test.DisposeAsync();

        using var again = new TcpListener(System.Net.IPAddress.Loopback, port);
        again.Start();
    }

    private static async Task<string> Exchange(TestSite test, string request, bool bytewise = false)
    {
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(test.Site.BaseUri.Host, test.Site.BaseUri.Port);
        var stream = client.GetStream();
        var bytes = Encoding.Latin1.GetBytes(request);
        foreach (var part in bytewise ? bytes.Select(b => new[] { b }) : [bytes])
        {
            await stream.WriteAsync(part);
        }

        client.Client.Shutdown(SocketShutdown.Send);
        using var answer = new MemoryStream();
        await stream.CopyToAsync(answer);
        return Encoding.Latin1.GetString(answer.ToArray());
    }
}
