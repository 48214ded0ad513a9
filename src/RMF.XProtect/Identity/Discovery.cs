using System.Text.Json;
using RMF.Engine.Ports;
using RMF.XProtect.Errors;
using RMF.XProtect.Http;
using RMF.XProtect.Json;

namespace RMF.XProtect.Identity;

/// <summary>
/// Finds the gateway and the identity provider. The gateway is the one that answered: the names that a server tells of itself need not
/// mean anything on this side of a router. An identity provider is taken only when it describes itself, so that no password is sent
/// to something else, and never over http when the site was named with https.
/// </summary>
internal sealed class Discovery(SiteLink link)
{
    private const string Operation = "find the site's services";

    /// <summary>Spellings of the identity provider that are in use, in the order in which clients try them.</summary>
    private static readonly string[] IdentityProviderPaths = ["API/IDP/", "api/idp/", "IDP/", "idp/"];

    /// <summary>Windows log-in: the gateway does not pass the handshake on, so the identity provider is asked directly.</summary>
    private static readonly string[] DirectPaths = ["IDP/", "idp/"];

    public async Task<Outcome<SiteAddresses>> FindAsync(CancellationToken cancellationToken)
    {
        var root = new Uri(link.Connection.Uri.GetLeftPart(UriPartial.Authority) + "/");
        var wellKnown = await GetAsync(new Uri(root, "api/.well-known/uris"), cancellationToken).ConfigureAwait(false);
        string? named = null;
        var version = string.Empty;
        if (wellKnown.TryGet(out var uris))
        {
            using (uris)
            {
                named = TextOf(uris.RootElement, "IdentityProvider");
                version = TextOf(uris.RootElement, "ProductVersion") ?? string.Empty;
            }
        }
        else if (wellKnown.Error!.Kind is not (SiteErrorKind.NotFound or SiteErrorKind.UnexpectedAnswer or SiteErrorKind.ServerError))
        {
            return wellKnown.Error;
        }

        if (link.Connection.Credential is SiteCredential.AccessToken or SiteCredential.LentToken)
        {
            return new SiteAddresses(new Uri(root, "api/"), new Uri(root, "IDP/"), version);
        }

        SiteError? first = wellKnown.Error is { Kind: SiteErrorKind.UnexpectedAnswer or SiteErrorKind.ServerError } page ? page : null;
        foreach (var candidate in Candidates(root, named))
        {
            var description = await GetAsync(new Uri(candidate, ".well-known/openid-configuration"), cancellationToken).ConfigureAwait(false);
            if (description.TryGet(out var document))
            {
                document.Dispose();
                link.Say($"identity provider {candidate}, gateway {new Uri(root, "api/")}, version {version}");
                return new SiteAddresses(new Uri(root, "api/"), candidate, version);
            }

            first ??= description.Error;
        }

        return first!;
    }

    private IEnumerable<Uri> Candidates(Uri root, string? named)
    {
        var windows = link.Connection.Credential is SiteCredential.Windows or SiteCredential.CurrentWindowsUser;
        var seen = new HashSet<Uri>();
        if (named is not null
            && Uri.TryCreate(named.TrimEnd('/') + "/", UriKind.Absolute, out var told)
            && (told.Scheme == Uri.UriSchemeHttps || (told.Scheme == Uri.UriSchemeHttp && root.Scheme == Uri.UriSchemeHttp))
            && seen.Add(told))
        {
            yield return told;
        }

        foreach (var path in windows ? DirectPaths : IdentityProviderPaths)
        {
            var candidate = new Uri(root, path);
            if (seen.Add(candidate))
            {
                yield return candidate;
            }
        }
    }

    private async Task<Outcome<JsonDocument>> GetAsync(Uri url, CancellationToken cancellationToken)
    {
        var request = WireRequest.Get(url.AbsolutePath) with { Operation = Operation };
        var reply = await link.SendReadAsync(request, url, null, cancellationToken).ConfigureAwait(false);
        if (reply.Answer is not { } answer)
        {
            return reply.Error!;
        }

        using (answer)
        {
            if (answer.LooksLikeHtml && answer.Status < 500)
            {
                return link.Errors.WebPage(url, answer.Status, Operation);
            }

            if (answer.Status is >= 300 and < 400)
            {
                return link.Errors.Make(
                    SiteErrorKind.UnexpectedAnswer,
                    Operation,
                    $"{link.Connection.Name}: {url} redirects to {answer.Location?.ToString() ?? "nowhere"}.",
                    "Use the URI that it redirects to, if that is the site: redirects are not followed with credentials.");
            }

            if (!answer.IsSuccess)
            {
                return link.Errors.From(answer, request);
            }

            try
            {
                // A copy: the document outlives the rented buffer.
                return JsonDocument.Parse(answer.Body.ToArray());
            }
            catch (Exception exception) when (BrokenAnswer.Is(exception))
            {
                return link.Errors.Unexpected(url, answer.Status, Operation, "something that is not JSON");
            }
        }
    }

    private static string? TextOf(JsonElement element, string name)
        => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value.TextOrNull() : null;
}
