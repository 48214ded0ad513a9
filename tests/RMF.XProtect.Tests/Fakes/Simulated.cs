using RMF.Core.Inventory;
using RMF.Engine.Ports;
using RMF.Simulator;

namespace RMF.XProtect.Tests.Fakes;

/// <summary>A simulated site and a connection to it, in process or on a socket.</summary>
internal sealed class Simulated : IAsyncDisposable
{
    private Simulated(SimulatedSite server, ISite site)
    {
        Server = server;
        Site = site;
    }

    public SimulatedSite Server { get; }

    public ISite Site { get; }

    public static async Task<Simulated> InProcessAsync(string world = "harbour", int site = 0, Personality personality = Personality.V2025R2, TimeProvider? time = null)
        => await InProcessAsync(World.Load(world).Sites[site], personality, time);

    public static async Task<Simulated> InProcessAsync(WorldSite world, Personality personality = Personality.V2025R2, TimeProvider? time = null)
    {
        var server = new SimulatedSite(world, new SimulatorOptions { TimeProvider = time ?? TimeProvider.System, Personality = personality, TaskDuration = TimeSpan.FromMilliseconds(50) });
        var outcome = await Connector(time, _ => server.CreateHandler()).ConnectAsync(ConnectionTo(server), CancellationToken.None);
        Assert.True(outcome.TryGet(out var site), outcome.Error?.ToString());
        return new Simulated(server, site);
    }

    public static async Task<Simulated> OnSocketAsync(WorldSite world, TimeProvider? time = null, Func<SiteConnection, SiteConnection>? change = null, TimeSpan? tokenLifetime = null)
    {
        var server = new SimulatedSite(world, new SimulatorOptions { TimeProvider = TimeProvider.System, TokenLifetime = tokenLifetime ?? TimeSpan.FromHours(1) });
        await server.ListenAsync();
        var connection = ConnectionTo(server);
        var outcome = await Connector(time).ConnectAsync(change?.Invoke(connection) ?? connection, CancellationToken.None);
        Assert.True(outcome.TryGet(out var site), outcome.Error?.ToString());
        return new Simulated(server, site);
    }

    public static XProtectConnector Connector(TimeProvider? time = null, Func<SiteConnection, HttpMessageHandler>? handler = null)
        => new(new XProtectOptions(time ?? TimeProvider.System, 11) { HandlerFactory = handler });

    public static SiteConnection ConnectionTo(SimulatedSite server)
        => new(server.Name, server.BaseUri, new SiteCredential.Basic(server.BasicUser, new Secret(server.Password)));

    public async Task<SiteSnapshot> SnapshotAsync(params ItemKind[] kinds) => await Connect.SnapshotAsync(Site, kinds);

    public async Task<Item> ReadAsync(ItemKey key)
    {
        var found = (await Site.Reader.ReadItemsAsync([key], CancellationToken.None))[key];
        Assert.True(found.TryGet(out var item), $"{key}: {found.Error}");
        return item;
    }

    public ValueTask DisposeAsync()
    {
        Site.Dispose();
        return Server.DisposeAsync();
    }
}
