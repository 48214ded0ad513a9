using System.Globalization;
using RMF.Engine.Ports;
using RMF.Engine.Publishing;
using RMF.Policy;
using RMF.Policy.Publishing;
using RMF.Simulator;
using RMF.XProtect;

namespace RMF.SmartClient.Host.Sites;

/// <summary>The two sites of the harbour on loopback sockets, with the policy of examples/policies published in both.</summary>
internal sealed class HarbourLab : IAsyncDisposable
{
    private const string PolicyResource = "harbour.yaml";

    /// <summary>What the scenario before published: serials count up over all of a run, as they do for a client that keeps a copy.</summary>
    private static PublishedPolicy? before;

    /// <summary>Where each side listened first.</summary>
    private static readonly Dictionary<string, int> Ports = new(StringComparer.Ordinal);

    private HarbourLab(ClientSite primary, ClientSite secondary, IReadOnlyList<CameraPair> pairs)
    {
        Primary = primary;
        Secondary = secondary;
        Pairs = pairs;
    }

    public ClientSite Primary { get; }

    public ClientSite Secondary { get; }

    /// <summary>Cameras that both sides have, by device address and channel.</summary>
    public IReadOnlyList<CameraPair> Pairs { get; }

    /// <summary>Serial of the policy that was published last; 0 = none was.</summary>
    public long Serial { get; } = before?.Serial ?? 0;

    public static async Task<HarbourLab> StartAsync(LabOptions options)
    {
        var world = World.Load("harbour");
        var connector = new XProtectConnector(new XProtectOptions(TimeProvider.System, Seed: 1));
        var sites = new List<ClientSite>();
        foreach (var side in new[] { "primary", "secondary" })
        {
            var server = new SimulatedSite(world.Site(side), new SimulatorOptions { TimeProvider = TimeProvider.System, FramesPerSecond = options.FramesPerSecond });
            await ListenAsync(server, options.KeepsAddresses);
            var connection = new SiteConnection(server.Name, server.BaseUri, new SiteCredential.Basic(server.BasicUser, new Secret(server.Password)));
            var outcome = await connector.ConnectAsync(connection, CancellationToken.None);
            if (!outcome.TryGet(out var connected))
            {
                throw new InvalidOperationException(outcome.Error!.ToString());
            }

            sites.Add(new(server, connected, new(server)));
        }

        var pairs = PairsOf(sites[0].Server, sites[1].Server);
        if (options.IsPublished)
        {
            await PublishAsync(sites, pairs, options.MorePolicy);
        }

        return new(sites[0], sites[1], pairs);
    }

    public async ValueTask DisposeAsync()
    {
        await Primary.DisposeAsync();
        await Secondary.DisposeAsync();
    }

    private static async Task ListenAsync(SimulatedSite server, bool keepsAddress)
    {
        if (!keepsAddress || !Ports.TryGetValue(server.Name, out var port))
        {
            await server.ListenAsync();
            Ports.TryAdd(server.Name, server.BaseUri.Port);
            return;
        }

        await server.ListenAsync(new ListenOptions { Port = port });
    }

    /// <summary>What a publication says of pairs, without the reading of both sites that it takes otherwise.</summary>
    private static List<CameraPair> PairsOf(SimulatedSite primary, SimulatedSite secondary)
    {
        var others = CamerasOf(secondary).ToDictionary(c => c.Device, StringComparer.Ordinal);
        return [.. CamerasOf(primary).Where(c => others.ContainsKey(c.Device)).Select(c => new CameraPair(c.Id, others[c.Device].Id) { PrimaryPlace = c.Place, SecondaryPlace = others[c.Device].Place })];
    }

    private static IEnumerable<(string Device, string Id, PublishedPlace Place)> CamerasOf(SimulatedSite site)
    {
        var hardware = site.Data.List("hardware").ToDictionary(h => h.Id);
        foreach (var camera in site.Data.List("cameras"))
        {
            var device = hardware[camera.ParentId!.Value];
            if (site.Data.Get("cameras", camera.Id.ToString(), "enabled") is not true || site.Data.Get("hardware", device.Id.ToString(), "enabled") is not true)
            {
                continue;
            }

            var recorder = site.Recorders.Single(r => r.Id == device.ParentId);
            var place = string.Create(CultureInfo.InvariantCulture, $"{site.Data.Get("hardware", device.Id.ToString(), "address")}#{site.Data.Get("cameras", camera.Id.ToString(), "channel")}");
            yield return (place, camera.Id.ToString(), new(site.Name, recorder.Id.ToString(), recorder.Name));
        }
    }

    private static async Task PublishAsync(List<ClientSite> sites, List<CameraPair> pairs, string more)
    {
        var policy = ReadPolicy(sites, more);
        var wanted = new PublishedPolicy
        {
            Serial = 0,
            Text = PolicyWriter.ToYaml(policy),
            Hash = policy.PolicyHash,
            Name = policy.Name,
            Published = TimeProvider.System.GetUtcNow(),
            By = "host",
            Pairs = pairs,
        };
        var (published, results) = await PolicyPublication.PublishAsync([.. sites.Select(s => s.Connection)], wanted, [new("before", before, null)], CancellationToken.None);
        if (results.FirstOrDefault(r => r.Error is not null) is { } failed)
        {
            throw new InvalidOperationException(failed.Error!.ToString());
        }

        before = published;
    }

    private static RedundancyPolicy ReadPolicy(List<ClientSite> sites, string more)
    {
        using var stream = typeof(HarbourLab).Assembly.GetManifestResourceStream(PolicyResource)!;
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd()
            .Replace("http://127.0.0.1:8081", sites[0].Server.BaseUri.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal)
            .Replace("http://127.0.0.1:8082", sites[1].Server.BaseUri.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal);
        var result = PolicyReader.Parse(text + "\n" + more, PolicyResource);
        return result.Policy ?? throw new InvalidOperationException(string.Join("\n", result.Messages));
    }
}
