using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;

namespace RMF.Simulator.Tests.Identity;

public sealed class ServerCommandTests
{
    private const string OAuth = "ManagementServer/ServerCommandServiceOAuth.svc";
    private const string Basic = "managementserver/servercommandservice.svc";
    private static readonly XNamespace Commands = "http://videoos.net/2/XProtectCSServerCommand";

    [Fact]
    public async Task A_bearer_token_gives_a_token_for_recorders_that_lives_four_hours()
    {
        await using var test = await TestSite.StartAsync();
        using var answer = await LogInAsync(test, OAuth);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/xml", answer.Content.Headers.ContentType!.MediaType);
        var result = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Descendants(Commands + "LoginResult").Single();
        Assert.Matches("^TOKEN#[0-9a-f-]{36}#[a-z0-9-]+//ServerConnector#$", result.Element(Commands + "Token")!.Value);
        Assert.Equal("14400000000", result.Descendants(Commands + "MicroSeconds").Single().Value);
    }

    [Fact]
    public async Task Name_and_password_do_at_the_other_address_and_only_the_right_ones()
    {
        await using var test = await TestSite.StartAsync(login: false);
        foreach (var (password, status) in new[] { (test.Site.Password, HttpStatusCode.OK), ("wrong", HttpStatusCode.Unauthorized) })
        {
            test.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{test.Site.BasicUser}:{password}")));
            using var answer = await LogInAsync(test, Basic);
            Assert.Equal(status, answer.StatusCode);
        }

        using var bearer = await LogInAsync(test, OAuth);
        Assert.Equal(HttpStatusCode.Unauthorized, bearer.StatusCode);
    }

    [Fact]
    public async Task A_recorders_own_service_asks_for_that_token_and_not_for_the_bearers()
    {
        await using var test = await TestSite.StartAsync(socket: true);
        using var answer = await LogInAsync(test, OAuth);
        var token = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Descendants(Commands + "Token").Single().Value;
        using var recorder = new HttpClient { BaseAddress = new UriBuilder(test.Site.BaseUri) { Port = test.Site.Recorders[0].Port }.Uri };

        Assert.Contains("<ErrorNumber>20001</ErrorNumber><SubErrorNumber>1</SubErrorNumber>", await AskAsync(recorder, ""), StringComparison.Ordinal);
        Assert.Contains("<ErrorNumber>20001</ErrorNumber><SubErrorNumber>2</SubErrorNumber>", await AskAsync(recorder, test.Client.DefaultRequestHeaders.Authorization!.Parameter!), StringComparison.Ordinal);
        Assert.Contains("<ErrorNumber>40000</ErrorNumber>", await AskAsync(recorder, token), StringComparison.Ordinal);

        test.Time.Advance(TimeSpan.FromHours(4));
        Assert.Contains("<SubErrorNumber>2</SubErrorNumber>", await AskAsync(recorder, token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not xml")]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>")]
    public async Task What_is_no_SOAP_is_a_bad_request(string body)
    {
        await using var test = await TestSite.StartAsync();
        using var content = new StringContent(body, Encoding.UTF8, "text/xml");
        using var answer = await test.Client.PostAsync(new Uri(OAuth, UriKind.Relative), content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task One_live_picture_comes_through_the_gateway()
    {
        await using var test = await TestSite.StartAsync();
        var id = await test.IdAsync("cameras", (await test.ListAsync("cameras"))[0].GetProperty("name").GetString()!);
        var (status, json) = await test.PostAsync($"cameras/{id}?task=JpegGetLive", """{"width":640,"height":360}""");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.True(SimulatedPicture.TryRead(json.GetProperty("result").GetProperty("jpegDataAsBase64").GetBytesFromBase64(), out var picture));
        Assert.Equal("PRIMARY", picture.Side);
        Assert.Equal(json.GetProperty("result").GetProperty("frameDateTime").GetDateTimeOffset(), picture.Time, TimeSpan.FromMilliseconds(1));

        test.Site.Faults.Add(Fault.RecorderOffline(test.Site.Recorders[0].Name));
        (status, _) = await test.PostAsync($"cameras/{id}?task=JpegGetLive", "{}");
        Assert.Equal(HttpStatusCode.BadGateway, status);
    }

    private static Task<HttpResponseMessage> LogInAsync(TestSite test, string address)
    {
        var text = $"<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><Login xmlns=\"{Commands}\"><instanceId>{Guid.NewGuid()}</instanceId><currentToken/></Login></s:Body></s:Envelope>";
        return test.Client.PostAsync(new Uri(address, UriKind.Relative), new StringContent(text, Encoding.UTF8, "text/xml"));
    }

    private static async Task<string> AskAsync(HttpClient recorder, string token)
    {
        var text = $"<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><GetVersion xmlns=\"http://videoos.net/2/XProtectCSRecorderCommand\"><token>{token}</token></GetVersion></s:Body></s:Envelope>";
        using var answer = await recorder.PostAsync(new Uri("RecorderCommandService/RecorderCommandService.asmx", UriKind.Relative), new StringContent(text, Encoding.UTF8, "text/xml"));
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }
}
