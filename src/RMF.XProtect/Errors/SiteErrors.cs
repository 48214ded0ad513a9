using RMF.Engine.Ports;
using RMF.XProtect.Http;

namespace RMF.XProtect.Errors;

/// <summary>Makes the one typed error of a site out of everything that can go wrong there.</summary>
/// <param name="site">The site's name.</param>
internal sealed class SiteErrors(string site)
{
    public SiteError Make(SiteErrorKind kind, string operation, string message, string? advice = null)
        => new(kind, site, operation, message, advice ?? Advice.For(kind));

    /// <summary>An answer that is not a success.</summary>
    public SiteError From(Answer answer, WireRequest request)
    {
        if (answer.LooksLikeHtml && answer.Status < 500)
        {
            return WebPage(answer.Url, answer.Status, request.Operation);
        }

        var details = ErrorBody.Read(answer, request.Secrets);
        var kind = VmoCodes.KindOf(details.VmoCode) ?? KindOf(answer.Status);
        return From(kind, request.Operation, $"HTTP {answer.Status}", details) with { HttpStatus = answer.Status };
    }

    /// <summary>A failure that the server described in words, e.g. a task's.</summary>
    public SiteError From(SiteErrorKind kind, string operation, string what, ErrorDetails details)
    {
        var words = details.Text;
        var message = words.Length == 0 ? $"{site}: {operation} failed ({what})." : $"{site}: {operation} failed ({what}): {words}";
        return Make(kind, operation, message) with { VmoCode = details.VmoCode, Property = details.Property };
    }

    public SiteError WebPage(Uri url, int status, string operation)
        => Make(SiteErrorKind.UnexpectedAnswer, operation, $"{site}: {url.GetLeftPart(UriPartial.Path)} answered with a web page (HTTP {status}), not with XProtect's API.") with { HttpStatus = status };

    public SiteError Unexpected(Uri url, int status, string operation, string what)
        => Make(SiteErrorKind.UnexpectedAnswer, operation, $"{site}: {url.GetLeftPart(UriPartial.Path)} answered {what} (HTTP {status}).") with { HttpStatus = status };

    public SiteError Timeout(string operation, TimeSpan waited)
        => Make(SiteErrorKind.Timeout, operation, FormattableString.Invariant($"{site}: {operation} got no answer within {waited.TotalSeconds:0.#} s."));

    private static SiteErrorKind KindOf(int status) => status switch
    {
        401 => SiteErrorKind.Unauthorized,
        403 => SiteErrorKind.Forbidden,
        404 => SiteErrorKind.NotFound,
        405 or 501 => SiteErrorKind.NotSupported,
        408 or 429 => SiteErrorKind.ServerError,
        >= 500 => SiteErrorKind.ServerError,
        >= 400 => SiteErrorKind.BadRequest,
        _ => SiteErrorKind.UnexpectedAnswer,
    };
}
