using RMF.Core.Inventory;
using RMF.Engine.Ports;

namespace RMF.XProtect.Tests.Fakes;

/// <summary>Connections to scripted sites.</summary>
internal static class Connect
{
    public const string Password = "s3cret-Pa55";

    public static SiteConnection Connection(string uri = ScriptedSite.Host)
        => new("north", new Uri(uri), new SiteCredential.Basic("rmf", new Secret(Password))) { Connections = 4 };

    public static Task<Outcome<ISite>> TryAsync(HttpMessageHandler handler, TimeProvider? time = null, SiteConnection? connection = null, List<string>? log = null)
        => new XProtectConnector(new XProtectOptions(time ?? TimeProvider.System, 7)
        {
            HandlerFactory = _ => handler,
            Verbose = log is null ? null : line =>
            {
                lock (log)
                {
                    log.Add(line);
                }
            },
        }).ConnectAsync(connection ?? Connection(), CancellationToken.None);

    public static async Task<ISite> ToAsync(HttpMessageHandler handler, TimeProvider? time = null, SiteConnection? connection = null, List<string>? log = null)
    {
        var outcome = await TryAsync(handler, time, connection, log);
        Assert.True(outcome.TryGet(out var site), outcome.Error?.ToString());
        return site;
    }

    public static async Task<SiteSnapshot> SnapshotAsync(ISite site, params ItemKind[] kinds)
    {
        var outcome = await site.Reader.ReadAsync(new SnapshotRequest(kinds, [], ReadDepth.Full), null, CancellationToken.None);
        Assert.True(outcome.TryGet(out var snapshot), outcome.Error?.ToString());
        return snapshot;
    }
}
