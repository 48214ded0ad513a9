using System.Globalization;
using System.Net.Http.Headers;
using System.Security;
using System.Text;
using System.Xml;
using RMF.Engine.Ports;
using RMF.XProtect.Http;
using RMF.XProtect.Identity;

namespace RMF.XProtect.Live;

/// <summary>
/// Gets the tokens that recorders ask for: the server command service of the management server gives one for a token of the identity
/// provider. Asked through a <see cref="TokenSource"/>, so one log-in at a time.
/// </summary>
internal sealed class ServerCommandLogin(SiteSession session, Guid instance)
{
    private const string Operation = "log in to the server command service";
    private const string Service = "ManagementServer/ServerCommandServiceOAuth.svc";
    private const string Namespace = "http://videoos.net/2/XProtectCSServerCommand";
    private const long TicksPerMicrosecond = 10;
    private static readonly TimeSpan DefaultLife = TimeSpan.FromHours(4);
    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(365);

    private string current = string.Empty;

    public async Task<Outcome<BearerToken>> LogInAsync(CancellationToken cancellationToken)
    {
        BearerToken? refused = null;
        var link = session.Gateway.Link;
        var url = new Uri(new Uri(session.Connection.Uri.GetLeftPart(UriPartial.Authority) + "/"), Service);
        while (true)
        {
            var bearer = await session.Gateway.Tokens.GetAsync(refused, cancellationToken).ConfigureAwait(false);
            if (!bearer.TryGet(out var token))
            {
                return bearer.Error!;
            }

            var began = link.Time.GetUtcNow();
            var request = new WireRequest(HttpMethod.Post, Service, string.Empty) { Operation = Operation };
            var reply = await link.SendAsync(request, url, Body, token.Header, cancellationToken).ConfigureAwait(false);
            if (reply.Answer is not { } answer)
            {
                return reply.Error!;
            }

            using (answer)
            {
                if (answer.Status == 401 && refused is null)
                {
                    refused = token;
                    continue;
                }

                return Read(answer, began);
            }
        }
    }

    private Outcome<BearerToken> Read(Answer answer, DateTimeOffset began)
    {
        if (!answer.IsSuccess)
        {
            // Not the account's fault, the identity provider took it: so it may be asked again later.
            return session.Errors.Make(SiteErrorKind.ServerError, Operation, $"{session.Site}: the server command service refused the log-in (HTTP {answer.Status}).") with { HttpStatus = answer.Status };
        }

        var (token, life) = Parse(answer);
        if (token.Length == 0)
        {
            return session.Errors.Unexpected(answer.Url, answer.Status, Operation, "without a token");
        }

        current = token;
        return new BearerToken(token, began + life, life);
    }

    private static (string Token, TimeSpan Life) Parse(Answer answer)
    {
        var token = string.Empty;
        var life = DefaultLife;
        try
        {
            using var stream = new MemoryStream(answer.Body.ToArray(), writable: false);
            using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var element = string.Empty;
            while (reader.Read())
            {
                element = reader.NodeType == XmlNodeType.Element ? reader.LocalName : element;
                if (reader.NodeType == XmlNodeType.Text && element == "Token")
                {
                    token = reader.Value.Trim();
                }
                else if (reader.NodeType == XmlNodeType.Text && element == "MicroSeconds"
                    && long.TryParse(reader.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var micro) && micro > 0)
                {
                    life = micro < LongestLife.Ticks / TicksPerMicrosecond ? TimeSpan.FromTicks(micro * TicksPerMicrosecond) : LongestLife;
                }
            }
        }
        catch (XmlException)
        {
            return (string.Empty, life);
        }

        return (token, life);
    }

    private HttpContent Body()
    {
        var text = "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>"
            + $"<Login xmlns=\"{Namespace}\"><instanceId>{instance}</instanceId><currentToken>{SecurityElement.Escape(current)}</currentToken></Login>"
            + "</s:Body></s:Envelope>";
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text)) { Headers = { ContentType = new MediaTypeHeaderValue("text/xml") { CharSet = "utf-8" } } };
        content.Headers.TryAddWithoutValidation("SOAPAction", $"\"{Namespace}/IServerCommandService/Login\"");
        return content;
    }
}
