using System.Globalization;
using System.Text;
using System.Xml.Linq;
using RMF.Simulator.Api;
using RMF.Simulator.Http;

namespace RMF.Simulator.Identity;

/// <summary>
/// The management server's SOAP service, as far as it gives out the tokens that recorders ask for. One address takes a bearer token of the
/// identity provider, the other one name and password.
/// </summary>
internal sealed class ServerCommandService(SiteState state, TokenService tokens, ConnectionTokens connections, IdentityProvider identity)
{
    private const string WithBearer = "/managementserver/servercommandserviceoauth.svc";
    private const string WithPassword = "/managementserver/servercommandservice.svc";
    private const int MethodNotAllowed = 405;

    private static readonly XNamespace Commands = "http://videoos.net/2/XProtectCSServerCommand";

    /// <summary>The answer, or null where the path is another one.</summary>
    public SimResponse? Handle(SimRequest request)
    {
        var path = request.Path.TrimEnd('/').ToLowerInvariant();
        if (path is not (WithBearer or WithPassword))
        {
            return null;
        }

        if (request.Method != "POST")
        {
            return Answers.HtmlPage(MethodNotAllowed, "Method Not Allowed");
        }

        var authorization = request.Header("Authorization");
        if (path == WithBearer ? tokens.Check(authorization) is not null : !IsUser(authorization))
        {
            return new SimResponse { Status = Answers.Unauthorized, ContentType = SimResponse.Html, Headers = [("WWW-Authenticate", path == WithBearer ? "Bearer" : "Basic")] };
        }

        return SoapMessage.Operation(request) switch
        {
            { Name.LocalName: "Login" } login when login.Name.Namespace == Commands && Guid.TryParse(login.Element(Commands + "instanceId")?.Value, out _) => LogIn(),
            { Name.LocalName: "Logout" } logout when logout.Name.Namespace == Commands => LogOut(logout.Element(Commands + "token")?.Value),
            null => Answers.HtmlPage(Answers.BadRequest, "Bad Request"),
            var other => SoapMessage.Fault(40000, 0, $"The operation {other.Name.LocalName} is not supported."),
        };
    }

    private SimResponse LogIn()
    {
        var token = connections.Issue(Building.SiteBuilder.HostOf(state.World.Name));
        return SoapMessage.Answer(new XElement(
            Commands + "LoginResponse",
            new XElement(
                Commands + "LoginResult",
                new XElement(Commands + "RegistrationTime", state.Clock.Now.UtcDateTime.ToString("o", CultureInfo.InvariantCulture)),
                new XElement(Commands + "TimeToLive", new XElement(Commands + "MicroSeconds", (long)connections.Lifetime.TotalMicroseconds)),
                new XElement(Commands + "TimeToLiveLimited", "false"),
                new XElement(Commands + "Token", token))));
    }

    private SimResponse LogOut(string? token)
    {
        if (token is not null)
        {
            connections.Forget(token);
        }

        return SoapMessage.Answer(new XElement(Commands + "LogoutResponse"));
    }

    private bool IsUser(string? authorization)
    {
        const string Scheme = "Basic ";
        if (identity.Account != AccountState.Active || authorization?.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) != true)
        {
            return false;
        }

        var given = new byte[authorization.Length];
        return Convert.TryFromBase64String(authorization[Scheme.Length..], given, out var length)
            && Encoding.UTF8.GetString(given, 0, length).Split(':', 2) is [var user, var password]
            && string.Equals(user, state.World.BasicUser, StringComparison.OrdinalIgnoreCase)
            && password == state.World.Password;
    }
}
