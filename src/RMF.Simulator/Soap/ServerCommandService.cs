using System.Text;
using System.Xml.Linq;
using RMF.Simulator.Api;
using RMF.Simulator.Http;
using RMF.Simulator.Identity;

namespace RMF.Simulator.Soap;

/// <summary>
/// The management server's SOAP service. One address takes a bearer token of the identity provider, the other one name and password; the
/// operations ask for the service's own token besides.
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

        return SoapMessage.Operation(request) is { } operation ? Run(new ServerCall(operation, state, connections)) : Answers.HtmlPage(Answers.BadRequest, "Bad Request");
    }

    private static SimResponse Run(ServerCall call)
    {
        if (call.Namespace != Commands || ServerOperations.All.GetValueOrDefault(call.Operation) is not { } operation)
        {
            return SoapMessage.Unknown(call.Operation);
        }

        return (operation.NeedsToken ? SoapMessage.TokenProblem(call.Token, call.Tokens) : null) ?? operation.Run(call);
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
