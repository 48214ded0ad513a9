using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace RMF.Simulator.Tests.Identity;

public sealed class IdentityTests
{
    [Theory]
    [InlineData("api/.well-known/uris")]
    [InlineData("API/.Well-Known/Uris")]
    public async Task Discovery_needs_no_token(string path)
    {
        await using var test = await TestSite.StartAsync(socket: true, login: false);

        using var json = JsonDocument.Parse(await test.Client.GetStringAsync(new Uri(path, UriKind.Relative)));

        Assert.Equal(test.Site.BaseUri + "IDP", json.RootElement.GetProperty("IdentityProvider").GetString());
        Assert.Equal(test.Site.BaseUri + "API/", json.RootElement.GetProperty("ApiGateways")[0].GetString());
        Assert.Equal(test.Site.BaseUri.AbsoluteUri, json.RootElement.GetProperty("UnsecureManagementServer").GetString());
    }

    [Theory]
    [InlineData("IDP/")]
    [InlineData("idp/")]
    [InlineData("API/IDP/")]
    [InlineData("api/idp/")]
    public async Task Identity_provider_answers_in_all_spellings(string prefix)
    {
        await using var test = await TestSite.StartAsync(login: false);

        using var configuration = JsonDocument.Parse(await test.Client.GetStringAsync(new Uri(prefix + ".well-known/openid-configuration", UriKind.Relative)));
        using var answer = await test.TokenAsync(test.Site.Password, prefix + "connect/token");

        Assert.EndsWith("/IDP/connect/token", configuration.RootElement.GetProperty("token_endpoint").GetString(), StringComparison.Ordinal);
        Assert.Equal("21", configuration.RootElement.GetProperty("server_version").GetString());
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Token_is_a_jwt_for_an_hour_without_a_refresh_token()
    {
        await using var test = await TestSite.StartAsync(login: false);

        using var answer = await test.TokenAsync(test.Site.Password);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());

        Assert.Equal(["access_token", "expires_in", "token_type", "scope"], json.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal(3600, json.RootElement.GetProperty("expires_in").GetInt32());
        var parts = json.RootElement.GetProperty("access_token").GetString()!.Split('.');
        Assert.Equal(3, parts.Length);
        using var claims = JsonDocument.Parse(Decode(parts[1]));
        Assert.Equal(3600, claims.RootElement.GetProperty("exp").GetInt64() - claims.RootElement.GetProperty("iat").GetInt64());
        Assert.Contains("managementserver", claims.RootElement.GetProperty("aud").EnumerateArray().Select(a => a.GetString()));
    }

    [Fact]
    public async Task Token_ends_when_the_clock_says_so()
    {
        await using var test = await TestSite.StartAsync();

        test.Time.Advance(TimeSpan.FromSeconds(3599));
        Assert.Equal(HttpStatusCode.OK, (await test.GetAsync("sites")).Status);
        test.Time.Advance(TimeSpan.FromSeconds(1));
        var (status, json) = await test.GetAsync("sites");

        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Equal("Token validation failed: the token is expired.", json.GetProperty("error").GetProperty("details")[0].GetProperty("errorText").GetString());
        await test.LoginAsync();
        Assert.Equal(HttpStatusCode.OK, (await test.GetAsync("sites")).Status);
    }

    [Theory]
    [InlineData("Bearer nonsense")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Basic cm1mOnNpbQ==")]
    public async Task Foreign_token_is_refused(string authorization)
    {
        await using var test = await TestSite.StartAsync(login: false);
        test.Client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);

        Assert.Equal(HttpStatusCode.Unauthorized, (await test.GetAsync("sites")).Status);
    }

    [Fact]
    public async Task Token_of_another_site_is_refused()
    {
        var world = World.Load("minimal");
        await using var north = await TestSite.StartAsync(world: world);
        await using var south = await TestSite.StartAsync("secondary", world, login: false);
        south.Client.DefaultRequestHeaders.Authorization = north.Client.DefaultRequestHeaders.Authorization;

        Assert.Equal(HttpStatusCode.Unauthorized, (await south.GetAsync("sites")).Status);
    }

    [Theory]
    [InlineData(AccountState.Active, "wrong", "InvalidCredentials")]
    [InlineData(AccountState.LockedOut, null, "LockedOut")]
    [InlineData(AccountState.MustChangePassword, null, "ChangePassword")]
    public async Task Refused_login_carries_its_code(AccountState account, string? password, string code)
    {
        await using var test = await TestSite.StartAsync(login: false);
        test.Site.Account = account;

        using var answer = await test.TokenAsync(password ?? test.Site.Password);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("invalid_grant", json.RootElement.GetProperty("error").GetString());
        Assert.Equal("invalid_username_or_password", json.RootElement.GetProperty("error_description").GetString());
        Assert.Equal(code, json.RootElement.GetProperty("error_code").GetString());
    }

    [Theory]
    [InlineData("grant_type=password&username=rmf&password=Simulated-1&client_id=Else", "invalid_client")]
    [InlineData("grant_type=refresh_token&refresh_token=x&client_id=GrantValidatorClient", "unsupported_grant_type")]
    [InlineData("", "invalid_client")]
    public async Task Other_grants_are_refused(string form, string error)
    {
        await using var test = await TestSite.StartAsync(login: false);
        using var content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded");

        using var answer = await test.Client.PostAsync(new Uri("IDP/connect/token", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(error, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("IDP", null, HttpStatusCode.Unauthorized, true)]
    [InlineData("IDP", "Negotiate TlRMTVNTUAAB", HttpStatusCode.OK, false)]
    [InlineData("API/IDP", "Negotiate TlRMTVNTUAAB", HttpStatusCode.Unauthorized, false)]
    public async Task Windows_login_must_negotiate_and_not_through_the_gateway(string prefix, string? authorization, HttpStatusCode status, bool challenged)
    {
        await using var test = await TestSite.StartAsync(login: false);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(prefix + "/connect/token", UriKind.Relative))
        {
            Content = new StringContent("grant_type=windows_credentials&client_id=GrantValidatorClient", Encoding.UTF8, "application/x-www-form-urlencoded"),
        };
        request.Headers.Authorization = authorization is null ? null : AuthenticationHeaderValue.Parse(authorization);

        using var answer = await test.Client.SendAsync(request);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(challenged, answer.Headers.WwwAuthenticate.Any(h => h.Scheme == "Negotiate"));
    }

    private static string Decode(string part) =>
        Encoding.UTF8.GetString(Convert.FromBase64String(part.Replace('-', '+').Replace('_', '/').PadRight((part.Length + 3) / 4 * 4, '=')));
}
