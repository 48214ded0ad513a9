using System.Net;
using RMF.Simulator.Api;
using RMF.Simulator.Building;
using RMF.Simulator.Events;
using RMF.Simulator.Identity;
using RMF.Simulator.ImageServer;
using RMF.Simulator.Recordings;
using RMF.Simulator.Server;
using RMF.Simulator.Soap;
using RMF.Simulator.Store;
using RMF.Simulator.Tasks;

namespace RMF.Simulator;

/// <summary>
/// One simulated XProtect site. It answers through <see cref="CreateHandler"/> without sockets, through <see cref="ListenAsync"/> on
/// sockets, or both; state, faults and the request log are one. Thread-safe.
/// </summary>
public sealed class SimulatedSite : IAsyncDisposable
{
    private readonly SiteState state;
    private readonly SiteApplication application;
    private readonly IdentityProvider identity;
    private readonly List<SiteListener> listeners = [];
    private readonly List<RecorderPort> ports = [];
    private readonly EventHub events;
    private readonly Dictionary<Guid, RecorderCommandService> commands;
    private IReadOnlyList<SimulatedRecorder> recorders;

    /// <summary>Builds the site in memory; nothing listens yet.</summary>
    /// <exception cref="ArgumentException">The world names something that is not there, such as a group's member.</exception>
    public SimulatedSite(WorldSite site, SimulatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(site);
        ArgumentNullException.ThrowIfNull(options);
        state = new SiteState(site, options);
        BaseUri = SiteBuilder.AddressOf(site.Name);
        var tokens = new TokenService(state.Clock, options.TokenLifetime, $"{options.Seed ?? site.Seed}\n{site.Name}\ntokens");
        Faults = new FaultSet(state.Clock, id => state.Ids.SeedFor(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"fault/{id}")), tokens.ExpireAll);
        var outages = new Outages(Faults, site.Network);
        var table = new TaskTable(state);
        identity = new IdentityProvider(state, tokens, () => BaseUri);
        var rest = new RestApi(state, tokens, new ReadApi(state, table, outages), new WriteApi(state, outages), new TaskApi(state, table, outages));
        var connections = new ConnectionTokens(state.Clock, options.ConnectionTokenLifetime, state.Ids);
        events = new EventHub(state, Faults, outages, tokens);
        var pipeline = new RequestPipeline(state, Faults, table, Requests);
        application = new SiteApplication(tokens, identity, new ServerCommandService(state, tokens, connections, identity), events, rest, pipeline);
        Data = new SiteData(state, table.Settle);
        site.Federation.Join(site.Name, BaseUri, state.Store, tokens.Check);
        recorders = [.. state.Store.All("recordingServers").Select(r => new SimulatedRecorder(r.Name, r.Id, 0))];
        var services = recorders.Select(r => new RecorderServices(state, r.Id, r.Name, Faults, outages, connections)).ToList();
        state.Recordings = new RecordingStore(state, Faults, services);
        Recordings = new SimulatedRecordings(state, CameraOf);
        EvidenceLocks = new SimulatedEvidenceLocks(state, CameraOf);
        EvidenceLocks.Place(site.EvidenceLocks, state.Clock.Now);
        commands = services.ToDictionary(s => s.RecorderId, s => new RecorderCommandService(s, pipeline));
        Faults.Changed += (_, _) => EndRecordings();
    }

    public string Name => state.World.Name;

    /// <summary>Address of the site: where it listens, or a name that only its handler knows.</summary>
    public Uri BaseUri { get; private set; }

    public string BasicUser => state.World.BasicUser;

    public string Password => state.World.Password;

    /// <summary>The recorders at the start, with their ports.</summary>
    public IReadOnlyList<SimulatedRecorder> Recorders => recorders;

    public FaultSet Faults { get; }

    /// <summary>The site's objects without its interface.</summary>
    public SiteData Data { get; }

    /// <summary>What the site has recorded.</summary>
    public SimulatedRecordings Recordings { get; }

    /// <summary>What keeps recordings from being deleted, where the site is Corporate.</summary>
    public SimulatedEvidenceLocks EvidenceLocks { get; }

    public RequestLog Requests { get; } = new();

    /// <summary>How many device licences the site owns; the world says it at the start.</summary>
    public int DeviceLicenses
    {
        get => state.Store.Read(() => (int)state.Store.All("licenseInformations")[0].Extra!);
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            state.Store.Write(() => state.Store.All("licenseInformations")[0].Extra = value);
        }
    }

    /// <summary>What log-in says of the basic user, whose name and password are right.</summary>
    public AccountState Account
    {
        get => identity.Account;
        set => identity.Account = value;
    }

    /// <summary>A handler that reaches this site whatever the host in the request's address. Any number of them may be in use.</summary>
    public HttpMessageHandler CreateHandler() => new SimulatorHandler(application, FindRecorder);

    /// <summary>An HttpClient on <see cref="CreateHandler"/> with <see cref="BaseUri"/> as its base.</summary>
    public HttpClient CreateClient() => new(CreateHandler()) { BaseAddress = BaseUri };

    /// <summary>Starts to listen: one port for the site, one for each recorder. Call it once.</summary>
    /// <exception cref="System.Net.Sockets.SocketException">The port is taken or the address is not of this machine.</exception>
    public async Task ListenAsync(ListenOptions? options = null, CancellationToken cancel = default)
    {
        cancel.ThrowIfCancellationRequested();
        options ??= new ListenOptions();
        if (listeners.Count > 0)
        {
            throw new InvalidOperationException($"The site '{Name}' listens already.");
        }

        try
        {
            Start(options);
        }
        catch
        {
            await CloseAsync().ConfigureAwait(false);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync().ConfigureAwait(false);
        events.Dispose();
        state.World.Federation.Leave(state.World.Name, state.Store);
        state.Dispose();
    }

    private Guid CameraOf(string camera) => Data.Find("cameras", camera)?.Id ?? throw new ArgumentException($"{Name} has no camera '{camera}', or more than one.", nameof(camera));

    /// <summary>A recorder that is away has ended its manual recordings.</summary>
    private void EndRecordings()
    {
        foreach (var service in commands.Values.Select(c => c.Services).Where(s => s.IsDead || s.IsShut))
        {
            state.Store.Write(() =>
            {
                state.ManualRecordings.EndOf(service.RecorderId);
                return true;
            });
        }
    }

    private async Task CloseAsync()
    {
        foreach (var listener in listeners)
        {
            await listener.DisposeAsync().ConfigureAwait(false);
        }

        foreach (var port in ports)
        {
            await port.DisposeAsync().ConfigureAwait(false);
        }

        listeners.Clear();
        ports.Clear();
    }

    private void Start(ListenOptions options)
    {
        var scheme = options.Certificate is null ? Uri.UriSchemeHttp : Uri.UriSchemeHttps;
        var host = options.HostName ?? HostOf(options.Address);
        var own = new List<SimulatedRecorder>();
        foreach (var recorder in recorders)
        {
            var port = new RecorderPort(commands[recorder.Id], options);
            ports.Add(port);
            port.Start();
            own.Add(recorder with { Port = port.Port });
        }

        var site = Listen(options, options.Port, application.HandleAsync);
        BaseUri = new UriBuilder(scheme, host, site.Port).Uri;
        recorders = own;
        state.Store.Write(() =>
        {
            foreach (var recorder in own)
            {
                var item = state.Store.Find("recordingServers", recorder.Id)!;
                item["portNumber"] = (long)recorder.Port;
                item["webServerUri"] = new UriBuilder(scheme, host, recorder.Port).Uri.AbsoluteUri;
                item["hostName"] = host;
            }

            return own.Count;
        });
        state.World.Federation.Moved(state.World.Name, BaseUri);
    }

    /// <summary>The recorder that a request goes to where there are no sockets: its SOAP service, by the host and port that the site says.</summary>
    private RecorderCommandService? FindRecorder(Uri address) => RecorderCommandService.Serves(address.AbsolutePath)
        ? commands.GetValueOrDefault(state.Store.Read(() => state.Store.All("recordingServers").FirstOrDefault(r => IsAt(r, "webServerUri", address) || IsAt(r, "activeWebServerUri", address))?.Id ?? Guid.Empty))
        : null;

    private static bool IsAt(SiteObject recorder, string field, Uri address) =>
        Uri.TryCreate(recorder[field] as string, UriKind.Absolute, out var own) && own.Port == address.Port && string.Equals(own.Host, address.Host, StringComparison.OrdinalIgnoreCase);

    private SiteListener Listen(ListenOptions options, int port, Func<Http.SimRequest, CancellationToken, Task<Http.SimResponse>> answer)
    {
        var listener = new SiteListener(options, port, answer, state);
        listeners.Add(listener);
        listener.Start();
        return listener;
    }

    private static string HostOf(IPAddress address)
    {
        if (address.Equals(IPAddress.Any))
        {
            return IPAddress.Loopback.ToString();
        }

        return address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? $"[{(address.Equals(IPAddress.IPv6Any) ? IPAddress.IPv6Loopback : address)}]" : address.ToString();
    }
}
