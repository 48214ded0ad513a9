using System.Xml.Linq;
using RMF.Engine.Ports;
using RMF.XProtect.Errors;
using RMF.XProtect.Http;
using RMF.XProtect.Identity;
using RMF.XProtect.Live;

namespace RMF.XProtect.Soap;

/// <summary>
/// Sends an operation to a SOAP service with the token that streams use too. A token that the service refuses is renewed once and the
/// operation sent again: it had no effect. Reads are retried, writes are not. Thread-safe.
/// </summary>
internal sealed class SoapExchange(LiveServices services, SoapService service)
{
    private const int TokenFault = 20001;
    private const int NotSupported = 40000;

    public async Task<SoapReply> SendAsync(SiteLink link, Uri root, SoapRequest request, CancellationToken cancellationToken)
    {
        var url = new Uri(new Uri(root.GetLeftPart(UriPartial.Authority) + "/"), service.Path);
        var wire = new WireRequest(HttpMethod.Post, service.Path, string.Empty) { Operation = request.Operation };
        var retries = new Retries(link, retryUnreachable: false);
        BearerToken? refused = null;
        BearerToken? refusedBearer = null;
        while (true)
        {
            var had = await services.Tokens.GetAsync(refused, cancellationToken).ConfigureAwait(false);
            if (!had.TryGet(out var token))
            {
                return SoapReply.Failed(had.Error!, mayHaveHappened: false);
            }

            BearerToken? bearer = null;
            if (service.TakesBearer)
            {
                var given = await services.Session.Gateway.Tokens.GetAsync(refusedBearer, cancellationToken).ConfigureAwait(false);
                if (!given.TryGet(out bearer))
                {
                    return SoapReply.Failed(given.Error!, mayHaveHappened: false);
                }
            }

            var reply = await link.SendAsync(wire, url, () => request.ToContent(service, token.Value), bearer?.Header, cancellationToken).ConfigureAwait(false);
            var body = reply.Answer is { } told ? SoapXml.ReadBody(told.Memory) : null;
            if (reply.Answer is { Status: 401 } && bearer is not null && refusedBearer is null)
            {
                refusedBearer = bearer;
                reply.Answer.Dispose();
                continue;
            }

            if (FaultOf(body)?.Number == TokenFault && refused is null)
            {
                refused = token;
                reply.Answer!.Dispose();
                continue;
            }

            if (!request.IsRead || retries.After(reply) is not { } pause)
            {
                return Judge(reply, body, wire with { Secrets = [new Secret(token.Value)] });
            }

            await Clock.DelayAsync(link.Time, pause, cancellationToken).ConfigureAwait(false);
        }
    }

    private SoapReply Judge(Reply reply, XElement? body, WireRequest wire)
    {
        if (reply.Answer is not { } answer)
        {
            return SoapReply.Failed(reply.Error!, reply.MayHaveHappened);
        }

        using (answer)
        {
            var errors = services.Session.Errors;
            if (FaultOf(body) is { } fault)
            {
                var kind = fault.Number switch
                {
                    TokenFault => SiteErrorKind.Unauthorized,
                    NotSupported => SiteErrorKind.NotSupported,
                    _ => SiteErrorKind.BadRequest,
                };
                var details = new ErrorDetails(ErrorBody.Tidy(fault.Text, wire.Secrets), null, null, null);
                return SoapReply.Failed(errors.From(kind, wire.Operation, $"fault {fault.Number}", details) with { HttpStatus = answer.Status }, mayHaveHappened: false);
            }

            if (!answer.IsSuccess)
            {
                return SoapReply.Failed(errors.From(answer, wire), mayHaveHappened: answer.Status is 408 or >= 500 and not 503);
            }

            return body?.Name.LocalName == wire.Operation + "Response"
                ? new SoapReply(body, null, MayHaveHappened: true)
                : SoapReply.Failed(errors.Unexpected(answer.Url, answer.Status, wire.Operation, "something that is not its answer"), mayHaveHappened: true);
        }
    }

    /// <summary>The number and the words of a fault; null where there is none.</summary>
    private static (int Number, string Text)? FaultOf(XElement? body)
    {
        if (body?.Name.LocalName != "Fault")
        {
            return null;
        }

        var detail = body.Child("detail");
        var number = detail?.Descendants().FirstOrDefault(static e => e.Name.LocalName == "ErrorNumber")?.Value;
        return (int.TryParse(number, System.Globalization.NumberStyles.Integer, System.Globalization.CultureInfo.InvariantCulture, out var value) ? value : 0, body.Text("faultstring") ?? string.Empty);
    }
}
