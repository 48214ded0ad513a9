using RMF.Engine.Ports;
using RMF.Simulator;
using VideoOS.Platform;

namespace RMF.SmartClient.Host.Sites;

/// <summary>A simulated site, and the client's own connection to it. Immutable; its parts are thread-safe.</summary>
internal sealed class ClientSite(SimulatedSite server, ISite connection, TokenCache tokens) : IAsyncDisposable
{
    /// <summary>What breaks, what is recorded, who asked what.</summary>
    public SimulatedSite Server { get; } = server;

    /// <summary>The client's log-in.</summary>
    public ISite Connection { get; } = connection;

    public TokenCache Tokens { get; } = tokens;

    public Guid Id { get; } = Guid.Parse(connection.Info.SiteId);

    public ServerId ServerId { get; } = new("XPCO", server.BaseUri.Scheme, server.BaseUri.Host, server.BaseUri.Port, Guid.Parse(connection.Info.SiteId));

    public async ValueTask DisposeAsync()
    {
        Connection.Dispose();
        Tokens.Dispose();
        await Server.DisposeAsync();
    }
}
