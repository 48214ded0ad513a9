using System.Text;
using System.Text.Json;
using RMF.Simulator.Api;
using RMF.Simulator.Building;
using RMF.Simulator.Http;

namespace RMF.Simulator.Identity;

/// <summary>Discovery and the identity provider: which addresses a site has, and tokens for its basic user.</summary>
internal sealed class IdentityProvider(SiteState state, TokenService tokens, Func<Uri> baseUri)
{
    private const string IdentityJson = "application/json; charset=UTF-8";
    private const string OAuthVersion = "21";
    private const string Client = "GrantValidatorClient";

    private static readonly (string, string)[] NoStore = [("Cache-Control", "no-store, no-cache, max-age=0"), ("Pragma", "no-cache")];

    public AccountState Account { get; set; }

    private Uri Issuer => new(baseUri(), "IDP");

    /// <summary>The answer, or null where the path is not one of discovery or identity. Paths compare case-insensitively.</summary>
    public SimResponse? Handle(SimRequest request)
    {
        var path = request.Path.TrimEnd('/').ToLowerInvariant();
        var throughGateway = path.StartsWith("/api/idp/", StringComparison.Ordinal);
        return (throughGateway ? path["/api".Length..] : path) switch
        {
            "/api/.well-known/uris" => Get(request, Uris),
            "/idp/.well-known/openid-configuration" => Get(request, Configuration),
            "/idp/.well-known/openid-configuration/jwks" => Get(request, json => json.WriteStartArray("keys"), endsArray: true),
            "/idp/connect/token" => request.Method == "POST" ? Token(request, throughGateway) : Failed("invalid_request"),
            _ => null,
        };
    }

    private static SimResponse Get(SimRequest request, Action<Utf8JsonWriter> write, bool endsArray = false)
    {
        if (request.Method is not ("GET" or "HEAD"))
        {
            return Answers.UnknownRequest();
        }

        return Compact(Answers.Ok, json =>
        {
            write(json);
            if (endsArray)
            {
                json.WriteEndArray();
            }
        });
    }

    private static SimResponse Compact(int status, Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return new SimResponse { Status = status, ContentType = IdentityJson, Body = stream.ToArray(), Headers = NoStore };
    }

    private static SimResponse Failed(string error, string? description = null, string? code = null) => Compact(Answers.BadRequest, json =>
    {
        json.WriteString("error", error);
        if (description is not null)
        {
            json.WriteString("error_description", description);
        }

        if (code is not null)
        {
            json.WriteString("error_code", code);
        }
    });

    private void Uris(Utf8JsonWriter json)
    {
        var root = baseUri();
        json.WriteString("ProductVersion", ReleaseVersions.Of(state.Personality).Product);
        json.WriteString("UnsecureManagementServer", root.Scheme == Uri.UriSchemeHttp ? root.AbsoluteUri : "");
        json.WriteString("SecureManagementServer", root.Scheme == Uri.UriSchemeHttps ? root.AbsoluteUri : "");
        json.WriteString("IdentityProvider", Issuer.AbsoluteUri);
        json.WriteStartArray("ApiGateways");
        json.WriteStringValue(new Uri(root, "API/").AbsoluteUri);
        json.WriteEndArray();
    }

    private void Configuration(Utf8JsonWriter json)
    {
        var issuer = Issuer.AbsoluteUri;
        json.WriteString("issuer", issuer);
        json.WriteString("jwks_uri", issuer + "/.well-known/openid-configuration/jwks");
        json.WriteString("authorization_endpoint", issuer + "/connect/authorize");
        json.WriteString("token_endpoint", issuer + "/connect/token");
        json.WriteStartArray("grant_types_supported");
        json.WriteStringValue("password");
        json.WriteStringValue("windows_credentials");
        json.WriteEndArray();
        json.WriteStartArray("scopes_supported");
        json.WriteStringValue("managementserver");
        json.WriteEndArray();
        json.WriteStartArray("external_providers_uri");
        json.WriteEndArray();
        json.WriteString("server_version", OAuthVersion);
    }

    private SimResponse Token(SimRequest request, bool throughGateway)
    {
        var form = new Query(Encoding.UTF8.GetString(request.Body.Span));
        form.TryGet("grant_type", out var grant);
        form.TryGet("client_id", out var client);
        if (client != Client)
        {
            return Failed("invalid_client");
        }

        return grant switch
        {
            "password" => Password(form),
            "windows_credentials" => Windows(request, throughGateway),
            _ => Failed("unsupported_grant_type"),
        };
    }

    private SimResponse Password(Query form)
    {
        form.TryGet("username", out var user);
        form.TryGet("password", out var password);
        if (!string.Equals(user, state.World.BasicUser, StringComparison.OrdinalIgnoreCase) || password != state.World.Password)
        {
            return Failed("invalid_grant", "invalid_username_or_password", "InvalidCredentials");
        }

        return Account switch
        {
            AccountState.LockedOut => Failed("invalid_grant", "invalid_username_or_password", "LockedOut"),
            AccountState.MustChangePassword => Failed("invalid_grant", "invalid_username_or_password", "ChangePassword"),
            _ => Granted(state.World.BasicUser),
        };
    }

    private SimResponse Windows(SimRequest request, bool throughGateway)
    {
        var authorization = request.Header("Authorization") ?? "";
        var negotiates = authorization.StartsWith("Negotiate ", StringComparison.OrdinalIgnoreCase) || authorization.StartsWith("NTLM ", StringComparison.OrdinalIgnoreCase);
        return state.Options.WindowsLogin switch
        {
            WindowsLogin.Accept => Granted("windows"),
            WindowsLogin.RequireNegotiate when negotiates && !throughGateway => Granted("windows"),
            WindowsLogin.RequireNegotiate => new SimResponse
            {
                Status = Answers.Unauthorized,
                ContentType = SimResponse.Html,
                Headers = throughGateway ? [] : [("WWW-Authenticate", "Negotiate"), ("WWW-Authenticate", "NTLM")],
            },
            _ => Failed("invalid_grant"),
        };
    }

    private SimResponse Granted(string user) => Compact(Answers.Ok, json =>
    {
        json.WriteString("access_token", tokens.Issue(user, Issuer));
        json.WriteNumber("expires_in", tokens.LifetimeSeconds);
        json.WriteString("token_type", "Bearer");
        json.WriteString("scope", "managementserver");
    });
}
