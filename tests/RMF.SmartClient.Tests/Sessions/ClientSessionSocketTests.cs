using RMF.Core.Inventory;
using RMF.Core.Live;
using RMF.Engine.Live;
using RMF.Engine.Ports;
using RMF.Engine.Publishing;
using RMF.Policy;
using RMF.Policy.Publishing;
using RMF.Simulator;
using RMF.SmartClient.Model;
using RMF.SmartClient.Model.Tiles;
using RMF.Testing;

namespace RMF.SmartClient.Tests.Sessions;

/// <summary>The whole session over sockets: two simulated sites, their published policy, their orders and their live streams.</summary>
[Trait("Proof", "plugin-model")]
public sealed class ClientSessionSocketTests : IAsyncLifetime
{
    private const int Tiles = 4;

    private readonly UiThread ui = new();
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"rmf-session-{Guid.NewGuid():N}");
    private readonly List<SimulatedSite> servers = [];
    private readonly List<ISite> recorders = [];
    private List<CameraPair> pairs = [];

    public async Task InitializeAsync()
    {
        var world = World.Load("harbour");
        foreach (var side in new[] { "primary", "secondary" })
        {
            var server = new SimulatedSite(world.Site(side), new SimulatorOptions { TimeProvider = TimeProvider.System, FramesPerSecond = 10 });
            await server.ListenAsync();
            servers.Add(server);
        }

        var platform = Platform();
        foreach (var login in platform.Logins)
        {
            var outcome = await platform.ConnectAsync(login, login.Id, null, CancellationToken.None);
            Assert.True(outcome.TryGet(out var site), outcome.Error?.Message);
            recorders.Add(site);
        }

        var others = Cameras(servers[1]).ToDictionary(c => c.Device, StringComparer.Ordinal);
        pairs = [.. Cameras(servers[0]).Where(c => others.ContainsKey(c.Device)).Select(c => new CameraPair(c.Id, others[c.Device].Id) { PrimaryPlace = c.Place, SecondaryPlace = others[c.Device].Place })];
        Assert.True(pairs.Count >= Tiles);
        var text = (await File.ReadAllTextAsync(Repository.PathOf("examples/policies/harbour.yaml")))
            .Replace("http://127.0.0.1:8081", servers[0].BaseUri.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal)
            .Replace("http://127.0.0.1:8082", servers[1].BaseUri.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal);
        var policy = PolicyReader.Parse(text + "\nlive: { overlay: always, reactionTime: 2s }\n", "harbour.yaml").Policy!;
        var (_, results) = await PolicyPublication.PublishAsync(
            recorders,
            new PublishedPolicy { Serial = 0, Text = PolicyWriter.ToYaml(policy), Hash = policy.PolicyHash, Name = policy.Name, Published = TimeProvider.System.GetUtcNow(), By = "test", Pairs = pairs },
            [],
            CancellationToken.None);
        Assert.All(results, r => Assert.Equal(PublishStatus.Written, r.Status));
    }

    public async Task DisposeAsync()
    {
        recorders.ForEach(r => r.Dispose());
        foreach (var server in servers)
        {
            await server.DisposeAsync();
        }

        ui.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Four_tiles_follow_the_published_policy_an_order_and_the_loss_of_a_site_and_the_copy_outlives_both_sites()
    {
        var session = await ui.On(() => new ClientSession(Platform()));
        await using (session)
        {
            await ui.On(session.Start);
            await ui.UntilAsync(() => session.Policy is not null && session.Sites.Count == 2 && session.Sites.All(s => s.IsConnected), "the policy of the sites");
            Assert.Equal(pairs.Count, session.Policy!.Pairs.Count);
            Assert.Equal(servers.Select(s => s.Name), session.PolicySites.Select(s => s.Login?.Id));
            var tiles = await ui.On(() => pairs.Take(Tiles).Select(p => Open(session, p)).ToList());
            await ui.UntilAsync(() => tiles.TrueForAll(t => t is { Shown: Side.Primary, Overlay.IsVisible: true }), "pictures of the primary");
            Assert.Equal($"{servers[0].Name} {pairs[0].PrimaryPlace!.RecorderName}", tiles[0].Overlay.PlaceText);

            await OrderAsync(tiles[0], Side.Secondary, isLifted: false);
            await ui.UntilAsync(() => tiles[0] is { Shown: Side.Secondary, Phase: TilePhase.Pinned }, "the order");
            Assert.Contains("guard", tiles[0].Overlay.StateText, StringComparison.Ordinal);
            Assert.All(tiles.Skip(1), t => Assert.Equal(Side.Primary, t.Shown));

            await servers[0].DisposeAsync();
            await ui.UntilAsync(() => tiles.TrueForAll(t => t is { Shown: Side.Secondary, KeepsLastPicture: false }), "pictures of the secondary");
            Assert.NotNull(session.Policy);

            await servers[1].DisposeAsync();
            await ui.UntilAsync(() => tiles.TrueForAll(t => t is { Shown: Side.Secondary, KeepsLastPicture: true }), "the last pictures");
            await ui.UntilAsync(() => tiles.TrueForAll(t => t.KeepReason.Contains("Secondary: ", StringComparison.Ordinal)), "the reason");
            await ui.On(() => tiles.ForEach(session.CloseTile));
            Assert.Empty(session.LiveHost.Tiles);
        }

        var again = await ui.On(() => new ClientSession(Platform()));
        await using (again)
        {
            await ui.On(again.Start);
            await ui.UntilAsync(() => again.Policy is not null, "the local copy");
            Assert.Equal(PublishedCopy.Source, again.Policy!.Source);
            var tile = await ui.On(() => again.OpenTile(pairs[1].Secondary));
            Assert.Equal((true, pairs[1].Primary), (tile.IsProtected, tile.Primary.CameraId));
            await ui.UntilAsync(() => again.Places.Count(p => p.IsUnreachable) == 2, "what both sites say");
        }
    }

    private SocketPlatform Platform() => new(ui, folder, [.. servers]);

    private TileModel Open(ClientSession session, CameraPair pair)
    {
        var tile = session.OpenTile(pair.Primary);
        tile.OpenLive(recorders[0].Frames, recorders[1].Frames);
        return tile;
    }

    private async Task OrderAsync(TileModel tile, Side show, bool isLifted)
    {
        var record = new OverrideRecord
        {
            Serial = 1,
            Scope = OverrideScope.Camera,
            Act = OverrideAct.Show,
            Target = tile.CameraId,
            TargetSide = Side.Primary,
            Show = show,
            User = "guard",
            Reason = "rehearsal",
            From = TimeProvider.System.GetUtcNow(),
            IsLifted = isLifted,
        };
        var written = await OverrideStore.WriteAsync(recorders, _ => [record], TimeProvider.System.GetUtcNow(), CancellationToken.None);
        Assert.Empty(written.Errors);
    }

    private static IEnumerable<(string Device, string Id, PublishedPlace Place)> Cameras(SimulatedSite site)
    {
        var hardware = site.Data.List("hardware").ToDictionary(h => h.Id);
        foreach (var camera in site.Data.List("cameras"))
        {
            var device = hardware[camera.ParentId!.Value];
            if (site.Data.Get("cameras", camera.Id.ToString(), "enabled") is true && site.Data.Get("hardware", device.Id.ToString(), "enabled") is true)
            {
                var recorder = site.Recorders.Single(r => r.Id == device.ParentId);
                yield return ($"{site.Data.Get("hardware", device.Id.ToString(), "address")}#{site.Data.Get("cameras", camera.Id.ToString(), "channel")}", camera.Id.ToString(), new(site.Name, recorder.Id.ToString(), recorder.Name));
            }
        }
    }
}
