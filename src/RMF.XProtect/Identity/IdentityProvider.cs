using System.Net;
using System.Text.Json;
using System.Text;
using RMF.Engine.Ports;
using RMF.XProtect.Errors;
using RMF.XProtect.Http;
using RMF.XProtect.Json;

namespace RMF.XProtect.Identity;

/// <summary>Gets tokens from XProtect's identity provider. The password leaves this class only in the body of the token request.</summary>
/// <param name="link">The wire; for Windows log-in one whose handler holds the account.</param>
/// <param name="address">E.g. <c>https://host/IDP/</c>.</param>
internal sealed class IdentityProvider(SiteLink link, Uri address)
{
    private const string ClientId = "GrantValidatorClient";
    private const string Operation = "log in";
    private static readonly TimeSpan DefaultLife = TimeSpan.FromHours(1);

    /// <summary>A longer life than this is not believed.</summary>
    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(1);

    public async Task<Outcome<BearerToken>> LogInAsync(CancellationToken cancellationToken)
    {
        var began = link.Time.GetUtcNow();
        var request = new WireRequest(HttpMethod.Post, "connect/token", string.Empty) { Operation = Operation, Secrets = SecretsOf(link.Connection.Credential) };
        var reply = await link.SendReadAsync(request, new Uri(address, request.Path), Form, cancellationToken).ConfigureAwait(false);
        if (reply.Answer is not { } answer)
        {
            return reply.Error!;
        }

        using (answer)
        {
            return answer.IsSuccess ? ReadToken(answer, began) : Refusal(answer, request);
        }
    }

    private static List<KeyValuePair<string, string>> FieldsOf(SiteCredential credential)
    {
        List<KeyValuePair<string, string>> fields = [];
        if (credential is SiteCredential.Basic basic)
        {
            fields.Add(new("grant_type", "password"));
            fields.Add(new("username", basic.User));
            fields.Add(new("password", basic.Password.Reveal()));
        }
        else
        {
            fields.Add(new("grant_type", "windows_credentials"));
        }

        fields.Add(new("client_id", ClientId));
        return fields;
    }

    // FormUrlEncodedContent refuses long values on .NET Framework, so the form is written here.
    private HttpContent Form()
        => new StringContent(
            string.Join("&", FieldsOf(link.Connection.Credential).Select(f => f.Key + "=" + Uri.EscapeDataString(f.Value).Replace("%20", "+"))),
            Encoding.ASCII,
            "application/x-www-form-urlencoded");

    private Outcome<BearerToken> ReadToken(Answer answer, DateTimeOffset began)
    {
        try
        {
            using var document = JsonDocument.Parse(answer.Memory);
            if (document.RootElement.TryGetProperty("access_token", out var token) && token.GetString() is { } text && BearerToken.IsOne(text))
            {
                var life = document.RootElement.TryGetProperty("expires_in", out var seconds) && seconds.TryGetDouble(out var number) && number > 0
                    ? TimeSpan.FromSeconds(Math.Min(number, LongestLife.TotalSeconds))
                    : DefaultLife;
                link.Say($"logged in, token lives {life.TotalSeconds:0} s");
                return new BearerToken(text, began + life, life);
            }
        }
        catch (Exception exception) when (BrokenAnswer.Is(exception))
        {
            // Told below: whatever it is, it is no token.
        }

        return answer.LooksLikeHtml
            ? link.Errors.WebPage(answer.Url, answer.Status, Operation)
            : link.Errors.Unexpected(answer.Url, answer.Status, Operation, "without a token");
    }

    private SiteError Refusal(Answer answer, WireRequest request)
    {
        if (answer.LooksLikeHtml && answer.Status is not 401)
        {
            return link.Errors.WebPage(answer.Url, answer.Status, Operation);
        }

        var details = ErrorBody.Read(answer, request.Secrets);
        var account = AccountOf(link.Connection.Credential);
        var site = link.Connection.Name;
        var (kind, message, advice) = details.Code switch
        {
            "LockedOut" => (SiteErrorKind.InvalidCredentials, $"{site}: the account '{account}' is locked out.", Advice.AccountLocked),
            "ChangePassword" => (SiteErrorKind.InvalidCredentials, $"{site}: the account '{account}' must change its password before it can log in.", Advice.ChangePassword),
            "InvalidCredentials" => Wrong(site, account),
            _ when answer.Status is 400 or 401 && details.Text.StartsWith("unsupported_grant", StringComparison.Ordinal)
                => (SiteErrorKind.NotSupported, $"{site}: the identity provider does not offer this kind of log-in.", "Use a basic user, or a Windows user at a management server that is joined to a domain."),
            _ when answer.Status is 401 || details.Text.StartsWith("invalid_grant", StringComparison.Ordinal) => Wrong(site, account),
            _ => (SiteErrorKind.ServerError, string.Empty, string.Empty),
        };
        if (message.Length > 0)
        {
            return link.Errors.Make(kind, Operation, message, advice) with { HttpStatus = answer.Status };
        }

        return link.Errors.From(answer, request);
    }

    private static (SiteErrorKind Kind, string Message, string Advice) Wrong(string site, string account)
        => (SiteErrorKind.InvalidCredentials, $"{site}: user name or password of '{account}' is wrong.", Advice.For(SiteErrorKind.InvalidCredentials));

    public static string AccountOf(SiteCredential credential) => credential switch
    {
        SiteCredential.Basic basic => basic.User,
        SiteCredential.Windows windows => windows.User,
        SiteCredential.CurrentWindowsUser => Environment.UserDomainName + "\\" + Environment.UserName,
        SiteCredential.LentToken lent => lent.Account,
        _ => "(access token)",
    };

    /// <summary>The account for the handler's own handshake; null when the log-in is not Windows'.</summary>
    public static ICredentials? HandshakeOf(SiteConnection connection, Uri identityProvider)
    {
        switch (connection.Credential)
        {
            case SiteCredential.CurrentWindowsUser:
                return CredentialCache.DefaultCredentials;
            case SiteCredential.Windows windows:
                var slash = windows.User.IndexOf('\\');
                var account = slash < 0
                    ? new NetworkCredential(windows.User, windows.Password.Reveal())
                    : new NetworkCredential(windows.User.Substring(slash + 1), windows.Password.Reveal(), windows.User.Substring(0, slash));
                return new CredentialCache { { identityProvider, "Negotiate", account }, { identityProvider, "NTLM", account } };
            default:
                return null;
        }
    }

    private static IReadOnlyList<Secret> SecretsOf(SiteCredential credential) => credential switch
    {
        SiteCredential.Basic basic => [basic.Password],
        SiteCredential.Windows windows => [windows.Password],
        _ => [],
    };
}
