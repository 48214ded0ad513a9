using System.Net.Http.Headers;
using RMF.Engine.Ports;
using RMF.XProtect.Identity;

namespace RMF.XProtect.Http;

/// <summary>
/// Requests to a site's configuration API with a valid token. A 401 renews the token once and sends again: a request that was refused
/// at the door had no effect. Reads are retried, writes are not. Thread-safe.
/// </summary>
internal sealed class Gateway
{
    private const string RestRoot = "rest/v1/";
    private readonly SiteLink link;
    private readonly TokenSource tokens;
    private readonly string root;

    /// <param name="link">The wire.</param>
    /// <param name="tokens">Who is asked for tokens.</param>
    /// <param name="gateway">The gateway, e.g. <c>https://host/api/</c>.</param>
    public Gateway(SiteLink link, TokenSource tokens, Uri gateway)
    {
        this.link = link;
        this.tokens = tokens;
        root = new Uri(gateway, RestRoot).AbsoluteUri;
    }

    public SiteLink Link => link;

    public TokenSource Tokens => tokens;

    /// <summary>A successful answer that looks like JSON, or the error.</summary>
    public async Task<Reply> SendAsync(WireRequest request, CancellationToken cancellationToken)
    {
        var retries = new Retries(link, retryUnreachable: true);
        while (true)
        {
            var reply = await SendOnceAsync(request, cancellationToken).ConfigureAwait(false);
            if (!request.IsRead || retries.After(reply) is not { } pause)
            {
                return reply.Answer is { } answer ? Judge(answer, request) : reply;
            }

            await Clock.DelayAsync(link.Time, pause, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<Reply> SendOnceAsync(WireRequest request, CancellationToken cancellationToken)
    {
        BearerToken? refused = null;
        while (true)
        {
            var token = await tokens.GetAsync(refused, cancellationToken).ConfigureAwait(false);
            if (!token.TryGet(out var bearer))
            {
                return Reply.Failed(token.Error!, mayHaveHappened: false);
            }

            var reply = await link.SendAsync(request, new Uri(root + request.Target), ContentOf(request), bearer.Header, cancellationToken).ConfigureAwait(false);
            if (reply.Answer is not { } answer)
            {
                return reply;
            }

            if (answer.Status == 401 && refused is null)
            {
                refused = bearer;
                answer.Dispose();
                continue;
            }

            if (answer.IsSuccess && answer.LooksCutOff)
            {
                answer.Dispose();
                return Reply.Failed(
                    link.Errors.Make(SiteErrorKind.ConnectionLost, request.Operation, $"{link.Connection.Name}: the answer to {request.Operation} ended in the middle."),
                    mayHaveHappened: true);
            }

            return reply;
        }
    }

    private Reply Judge(Answer answer, WireRequest request)
    {
        if (answer.IsSuccess && (answer.LooksLikeJson || (request.IsAboutHeaders && !answer.LooksLikeHtml)))
        {
            return Reply.Of(answer);
        }

        using (answer)
        {
            if (!answer.IsSuccess)
            {
                // 500, 502 and 504 may hide an effect; 503 and the 4xx are said before anything is done.
                var mayHaveHappened = answer.Status is 408 or >= 500 and not 503;
                return Reply.Failed(link.Errors.From(answer, request), mayHaveHappened);
            }

            var error = answer.LooksLikeHtml
                ? link.Errors.WebPage(answer.Url, answer.Status, request.Operation)
                : link.Errors.Unexpected(answer.Url, answer.Status, request.Operation, answer.Body.Length == 0 ? "without a body" : "something that is not JSON");
            return Reply.Failed(error, mayHaveHappened: true);
        }
    }

    private static Func<HttpContent>? ContentOf(WireRequest request)
        => request.Body is not { } body ? null : () => new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" } } };
}
