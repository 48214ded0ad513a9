using System.Text.Json;
using RMF.Engine.Ports;
using RMF.XProtect.Events;
using RMF.XProtect.Http;
using RMF.XProtect.Identity;
using RMF.XProtect.Json;
using RMF.XProtect.Live;
using RMF.XProtect.Playback;
using RMF.XProtect.Reading;
using RMF.XProtect.Soap;
using RMF.XProtect.Writing;

namespace RMF.XProtect;

/// <summary>Logs in to XProtect sites by their API gateway: basic user, Windows account, or a token taken over. Thread-safe.</summary>
public sealed class XProtectConnector : ISiteConnector
{
    private readonly XProtectOptions options;

    public XProtectConnector(XProtectOptions options) => this.options = options;

    /// <inheritdoc/>
    public async Task<Outcome<ISite>> ConnectAsync(SiteConnection connection, CancellationToken cancellationToken)
    {
        var owned = new Stack<IDisposable>();
        var connected = false;
        try
        {
            var gate = new CertificateGate(connection);
            var link = Own(owned, new SiteLink(connection, options, gate, HandlerOf(connection, gate, null)));
            var found = await new Discovery(link).FindAsync(cancellationToken).ConfigureAwait(false);
            if (!found.TryGet(out var addresses))
            {
                return found.Error!;
            }

            var ticket = ParentTicket.Of(connection, Own(owned, TokensOf(connection, link, gate, addresses, owned)), options.Time);
            var tokens = Own(owned, ticket.Tokens);
            var session = new SiteSession(new Gateway(link, tokens, addresses.Gateway));
            var read = await ReadInfoAsync(session, addresses, cancellationToken).ConfigureAwait(false);
            if (!read.TryGet(out var info))
            {
                return read.Error!;
            }

            var capabilities = new SiteCapabilities(session, info.Version);
            await capabilities.ProbeAsync(cancellationToken).ConfigureAwait(false);
            var logIn = new ServerCommandLogin(session, link.Jitter.NextId());
            var services = new LiveServices(session, options.Live, gate, Own(owned, new TokenSource(options.Time, logIn.LogInAsync)), new RecorderAddresses(session));
            var frames = new FrameSource(services);
            var recorders = Own(owned, new RecorderCommands(services, (hastened, atOnce) => new SiteLink(hastened, options, gate, HandlerOf(hastened, gate, null), atOnce)));
            var recordings = Own(owned, new Recordings(services, recorders, capabilities));
            var commands = new ServerCommands(services);
            connected = true;
            info = ticket.Describe(info, connection);
            return new XProtectSite(session, info, new SiteReader(session, info, new EvidenceLockReading(services, commands)), new SiteWriter(session), capabilities, frames, new StateSource(session, gate, options.Live), recordings, [.. owned])
            {
                Operator = new Operator.OperatorActions(session, commands, recorders),
            };
        }
        finally
        {
            while (!connected && owned.Count > 0)
            {
                owned.Pop().Dispose();
            }
        }
    }

    private static T Own<T>(Stack<IDisposable> owned, T one)
        where T : IDisposable
    {
        owned.Push(one);
        return one;
    }

    private static async Task<Outcome<SiteInfo>> ReadInfoAsync(SiteSession session, SiteAddresses addresses, CancellationToken cancellationToken)
    {
        var request = WireRequest.Get("sites");
        var reply = await session.Gateway.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (reply.Answer is not { } answer)
        {
            return reply.Error!;
        }

        using (answer)
        {
            try
            {
                using var document = JsonDocument.Parse(answer.Memory);
                var site = document.RootElement.GetProperty("array").EnumerateArray().FirstOrDefault();
                var name = TextOf(site, "name") ?? TextOf(site, "displayName") ?? session.Connection.Uri.Host;
                var version = addresses.ProductVersion.Length > 0 ? addresses.ProductVersion : TextOf(site, "version") ?? string.Empty;
                var id = Json.Ids.Normalise(TextOf(site, "id") ?? string.Empty);
                session.Parsing.SiteId = id;
                return new SiteInfo(session.Site, name, id, version, addresses.Gateway, IdentityProvider.AccountOf(session.Connection.Credential))
                {
                    Warnings = WarningsOf(session.Connection),
                };
            }
            catch (Exception exception) when (BrokenAnswer.Is(exception))
            {
                return session.Errors.Unexpected(answer.Url, answer.Status, request.Operation, "without a site");
            }
        }
    }

    private static List<string> WarningsOf(SiteConnection connection)
    {
        var warnings = new List<string>();
        if (connection.Uri.Scheme == Uri.UriSchemeHttp && !connection.Uri.IsLoopback)
        {
            warnings.Add($"{connection.Name}: {connection.Uri.Host} is reached over http: passwords and tokens travel in clear text.");
        }
        else if (!connection.VerifyCertificate)
        {
            warnings.Add($"{connection.Name}: the certificate of {connection.Uri.Host} is not checked (verify: false): anyone on the way can read and change everything.");
        }
        else if (connection.PinnedThumbprint is { Length: > 0 } pin)
        {
            warnings.Add($"{connection.Name}: the certificate of {connection.Uri.Host} is accepted by its pinned thumbprint {pin}; no authority need vouch for it.");
        }

        return warnings;
    }

    private static string? TextOf(JsonElement element, string name)
        => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value.TextOrNull() : null;

    private HttpMessageHandler HandlerOf(SiteConnection connection, CertificateGate gate, System.Net.ICredentials? credentials)
        => options.HandlerFactory?.Invoke(connection) ?? HandlerMaker.Create(connection, gate, credentials);

    private TokenSource TokensOf(SiteConnection connection, SiteLink link, CertificateGate gate, SiteAddresses addresses, Stack<IDisposable> owned)
    {
        if (connection.Credential is SiteCredential.AccessToken taken)
        {
            return TokenSource.TakenOver(options.Time, link.Errors, taken.Token);
        }

        if (connection.Credential is SiteCredential.LentToken lent)
        {
            return TokenSource.Lent(options.Time, link.Errors, lent.Current);
        }

        // The Windows handshake belongs to a connection, so it has connections of its own.
        var handshake = IdentityProvider.HandshakeOf(connection, addresses.IdentityProvider);
        var idpLink = handshake is null ? link : Own(owned, new SiteLink(connection, options, gate, HandlerOf(connection, gate, handshake)));
        return new TokenSource(options.Time, new IdentityProvider(idpLink, addresses.IdentityProvider).LogInAsync);
    }
}
