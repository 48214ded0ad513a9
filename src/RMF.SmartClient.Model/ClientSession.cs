using RMF.Core.Live;
using RMF.Core.Words;
using RMF.Engine.Live;
using RMF.Engine.Logs;
using RMF.Policy;
using RMF.SmartClient.Model.Binding;
using RMF.SmartClient.Model.Hosting;
using RMF.SmartClient.Model.Logs;
using RMF.SmartClient.Model.Pairs;
using RMF.SmartClient.Model.Policies;
using RMF.SmartClient.Model.Settings;
using RMF.SmartClient.Model.Sites;
using RMF.SmartClient.Model.Tiles;

namespace RMF.SmartClient.Model;

/// <summary>
/// All that the plugin is while the client runs: the policy, the sites, the tiles, the log. Made once for each log-in. Belongs to the user interface's
/// thread, but for <see cref="Wake"/>.
/// </summary>
public sealed class ClientSession : Observable, IAsyncDisposable
{
    /// <summary>How often words and commands of tiles are brought up to date. Moves do not wait for it.</summary>
    public static readonly TimeSpan RefreshPeriod = TimeSpan.FromMilliseconds(250);

    private readonly List<TileModel> tiles = [];
    private PolicyWatch? watch;
    private volatile OverridePoller? poller;
    private volatile OverridesInForce ordersBefore = OverridesInForce.None;
    private string? copyProblemLogged;
    private ITimer? refreshing;
    private ClientSite[] sites = [];
    private IReadOnlyList<PlaceSaid> placesLogged = [];
    private bool isEnded;
    private volatile bool isFollowed;

    /// <param name="platform">The client that it runs in.</param>
    public ClientSession(IClientPlatform platform)
    {
        Platform = platform;
        Client = new LiveClient(platform.Machine, platform.Roles);
        Log = new ClientLog(platform.Time, platform.DataFolder);
        LiveHost = new LiveHost(platform.Time, Log);
        Steering = new TileSteering(LiveHost);
        Settings = new SettingsModel(this);
    }

    /// <summary>The policy in force, or its sites, changed. On the user interface's thread, after the open tiles were told.</summary>
    public event EventHandler? PolicyChanged;

    /// <summary>The client that it runs in.</summary>
    public IClientPlatform Platform { get; }

    /// <summary>Who looks.</summary>
    public LiveClient Client { get; }

    /// <summary>The log.</summary>
    public ClientLog Log { get; }

    /// <summary>Runs the live tiles.</summary>
    public LiveHost LiveHost { get; }

    /// <summary>Tells tiles what they are ordered to.</summary>
    public TileSteering Steering { get; }

    /// <summary>The settings panel.</summary>
    public SettingsModel Settings { get; }

    /// <summary>The policy in force; null while none was found.</summary>
    public PolicyInForce? Policy { get; private set; }

    /// <summary>The policy's sites and the log-ins to them; empty while there is no policy.</summary>
    public IReadOnlyList<PolicySiteLogin> PolicySites { get; private set; } = [];

    /// <summary>The sites that the client is logged in to: those of the policy first, by their names there; then the others, by the names of their log-ins.</summary>
    public IReadOnlyList<ClientSite> Sites => Volatile.Read(ref sites);

    /// <summary>What each place said of the policy.</summary>
    public IReadOnlyList<PlaceSaid> Places => watch?.Places ?? [];

    /// <summary>When all places were asked for the policy, UTC; null before that.</summary>
    public DateTimeOffset? LastAsked => watch?.LastAsked;

    /// <summary>Orders to tiles that are in force.</summary>
    /// <remarks>Until all sites of another policy were asked, what was known before counts.</remarks>
    public OverridesInForce Orders => IsPollerBelieved ? poller?.Current ?? OverridesInForce.None : ordersBefore;

    /// <summary>The open tiles, in the order in which they were opened.</summary>
    public IReadOnlyList<TileModel> Tiles => tiles;

    // An asker that has not heard all sites yet may not take back what was known before.
    private bool IsPollerBelieved => isFollowed || ordersBefore.All.Count == 0;

    /// <summary>Begins to look for the policy. Once.</summary>
    public void Start()
    {
        watch = new PolicyWatch(Platform, () => Sites, () => Platform.Post(OnAsked));
        Policy = watch.Current;
        Resite();
        watch.Wake();
        refreshing = Platform.Time.CreateTimer(static s => ((ClientSession)s!).Refresh(), this, RefreshPeriod, RefreshPeriod);
        Log.Add(LogLevel.Information, Policy is { } policy ? $"Started with policy '{policy.Published.Name}', serial {policy.Published.Serial}, from the {policy.Source}." : "Started without a policy.");
    }

    /// <summary>The site of a name in the policy; null where the client has no log-in to it.</summary>
    public ClientSite? SiteOf(string name) => Sites.FirstOrDefault(s => s.Info.Name == name);

    /// <summary>Opens a tile of a camera. Live video begins when the tile is given its viewers.</summary>
    /// <param name="cameraId">Its id on either side, a GUID in any spelling.</param>
    /// <param name="otherCameraId">The id of its other side as a view keeps it: it is used while no policy was found. Null = not known.</param>
    public TileModel OpenTile(string cameraId, string? otherCameraId = null)
    {
        var tile = new TileModel(this, Normal(cameraId), otherCameraId is null ? null : Normal(otherCameraId));
        tiles.Add(tile);
        return tile;
    }

    /// <summary>Closes a tile and its streams.</summary>
    public void CloseTile(TileModel tile)
    {
        if (tiles.Remove(tile))
        {
            tile.CloseLive();
        }
    }

    /// <summary>A message told of a change: the policy and the orders are asked for at once. From any thread.</summary>
    public void Wake()
    {
        watch?.Wake();
        poller?.Wake();
        foreach (var site in Sites)
        {
            site.Wake();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (isEnded)
        {
            return;
        }

        isEnded = true;
        refreshing?.Dispose();
        foreach (var tile in tiles.ToList())
        {
            CloseTile(tile);
        }

        if (watch is not null)
        {
            await watch.DisposeAsync().ConfigureAwait(false);
        }

        if (poller is not null)
        {
            await poller.DisposeAsync().ConfigureAwait(false);
        }

        await LiveHost.DisposeAsync().ConfigureAwait(false);
        await Task.WhenAll(Sites.Select(s => s.DisposeAsync().AsTask())).ConfigureAwait(false);
        await Log.DisposeAsync().ConfigureAwait(false);
    }

    internal TileSettings SettingsFor(string cameraId, double chance) => (Policy?.Pairs ?? PairMap.Empty).SettingsFor(cameraId, Client, chance);

    internal OverlayRule OverlayFor(string cameraId) => (Policy?.Pairs ?? PairMap.Empty).For(cameraId, Client).Overlay;

    internal void FollowOrders() => Steering.Follow(Orders);

    /// <summary>Something that nobody waits for: where it fails, the log says so.</summary>
    internal void Watch(Task task, string what) => _ = task.ContinueWith(
        t => Log.Add(LogLevel.Error, $"Could not {what}: {t.Exception!.GetBaseException().Message}"),
        CancellationToken.None,
        TaskContinuationOptions.OnlyOnFaulted,
        TaskScheduler.Default);

    private static string Normal(string id) => Guid.TryParse(id, out var guid) ? guid.ToString("D") : id;

    private void Refresh()
    {
        // A new asker finds no change where the orders that an earlier one knew were lifted meanwhile.
        if (!isFollowed && poller is { IsKnown: true } asked)
        {
            isFollowed = true;
            Steering.Follow(asked.Current);
        }

        foreach (var tile in tiles)
        {
            tile.Refresh();
        }
    }

    private void OnAsked()
    {
        if (isEnded || watch is null)
        {
            return;
        }

        LogPlaces();
        var isNew = !ReferenceEquals(watch.Current, Policy);
        Policy = watch.Current;
        var isResited = Resite();
        if (isNew)
        {
            Log.Add(LogLevel.Information, $"Policy '{Policy!.Published.Name}', serial {Policy.Published.Serial}, from {Policy.Source} is in force: {Counted.Of(Policy.Pairs.Count, "pair")}.");
            foreach (var tile in tiles.ToList())
            {
                tile.OnPolicy();
            }

            // Once for all: it looks at each tile.
            FollowOrders();
        }

        Settings.Refresh();
        if (isNew || isResited)
        {
            Tell(nameof(Policy));
            PolicyChanged?.Invoke(this, EventArgs.Empty);
        }
    }

    // What could not be asked a moment ago can be now. From any thread.
    private void OnConnected()
    {
        watch?.Wake();
        poller?.Wake();
    }

    private void OnOrders(OverridesInForce orders)
    {
        if (IsPollerBelieved)
        {
            Steering.Follow(orders);
        }
    }

    // The asker first: it may be asking one of the sites.
    private static async Task EndAsync(OverridePoller? asker, IReadOnlyList<ClientSite> gone)
    {
        if (asker is not null)
        {
            await asker.DisposeAsync().ConfigureAwait(false);
        }

        await Task.WhenAll(gone.Select(s => s.DisposeAsync().AsTask())).ConfigureAwait(false);
    }

    private void LogPlaces()
    {
        foreach (var place in Places.Where(p => p.Problem is not null && placesLogged.All(l => l.Place != p.Place || l.Problem != p.Problem)))
        {
            Log.Add(LogLevel.Warning, place.IsUnreachable ? $"{place.Place} could not be asked for the policy: {place.Problem}" : $"{place.Place}: the published policy cannot be used: {place.Problem}");
        }

        placesLogged = Places;
        if (watch!.CopyProblem is { } problem && problem != copyProblemLogged)
        {
            Log.Add(LogLevel.Warning, $"The local copy of the policy could not be written: {problem}");
        }

        copyProblemLogged = watch.CopyProblem;
    }

    /// <summary>Brings the sites to what policy and log-ins say. Sites that stay keep their connection.</summary>
    private bool Resite()
    {
        var logins = Platform.Logins;
        PolicySites = Policy is { } policy ? LoginMatch.Of(policy.Policy, logins) : [];
        var wanted = PolicySites.Where(s => s.Login is not null).Select(s => (Login: s.Login!, s.Name, Tls: (TlsPolicy?)Policy!.Policy.Sites[s.Name].Tls)).ToList();

        // A log-in that the policy does not name is asked too: the policy may be an old one, or somebody else's.
        foreach (var login in logins.Where(l => wanted.TrueForAll(w => w.Login != l)).ToList())
        {
            var name = PolicySites.All(s => s.Name != login.Name) && wanted.TrueForAll(w => w.Name != login.Name) ? login.Name : $"{login.Name} ({login.Uri.Authority})";
            wanted.Add((login, name, null));
        }

        var before = sites;
        var after = wanted.Select(w => before.FirstOrDefault(s => s.Login == w.Login && s.Info.Name == w.Name && s.Tls == w.Tls) ?? new ClientSite(Platform, w.Login, w.Name, w.Tls, OnConnected)).ToArray();
        if (before.SequenceEqual(after))
        {
            return false;
        }

        Volatile.Write(ref sites, after);
        Watch(EndAsync(poller, [.. before.Except(after)]), "close a site");
        ordersBefore = Orders;
        isFollowed = false;
        poller = new OverridePoller(after, Platform.Time, OnOrders);
        watch?.Wake();
        return true;
    }
}
