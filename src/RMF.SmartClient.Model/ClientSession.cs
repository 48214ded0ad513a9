using RMF.Core.Live;
using RMF.Engine.Live;
using RMF.Engine.Ports;
using RMF.SmartClient.Model.Binding;
using RMF.SmartClient.Model.Hosting;
using RMF.SmartClient.Model.Logs;
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
    /// <param name="platform">The client that it runs in.</param>
    public ClientSession(IClientPlatform platform)
    {
        Platform = platform;
        Client = new LiveClient(platform.Machine, platform.Roles);
        Log = new ClientLog();
        LiveHost = new LiveHost(platform.Time, Log);
        Steering = new TileSteering(LiveHost);
        Settings = new SettingsModel();
    }

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
    public PolicyInForce? Policy => null;

    /// <summary>The policy's sites and the log-ins to them; empty while there is no policy.</summary>
    public IReadOnlyList<PolicySiteLogin> PolicySites => [];

    /// <summary>The sites that the client is logged in to: those of the policy by their names there; while there is none, all by the names of the log-ins.</summary>
    public IReadOnlyList<ClientSite> Sites => [];

    /// <summary>Orders to tiles that are in force.</summary>
    public OverridesInForce Orders => OverridesInForce.None;

    /// <summary>The open tiles, in the order in which they were opened.</summary>
    public IReadOnlyList<TileModel> Tiles => [];

    /// <summary>The policy in force, or its sites, changed. On the user interface's thread, after the open tiles were told.</summary>
    public event EventHandler? PolicyChanged
    {
        add => throw new NotSupportedException();
        remove => throw new NotSupportedException();
    }

    /// <summary>Begins to look for the policy. Once.</summary>
    public void Start() => throw new NotSupportedException();

    /// <summary>The site of a name in the policy; null where the client has no log-in to it.</summary>
    public ISite? SiteOf(string name) => null;

    /// <summary>Opens a tile of a camera. Live video begins when the tile is given its viewers.</summary>
    /// <param name="cameraId">Its id on either side, a GUID in any spelling.</param>
    public TileModel OpenTile(string cameraId) => throw new NotSupportedException();

    /// <summary>Closes a tile and its streams.</summary>
    public void CloseTile(TileModel tile) => throw new NotSupportedException();

    /// <summary>A message told of a change: the policy and the orders are asked for at once. From any thread.</summary>
    public void Wake() => throw new NotSupportedException();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => throw new NotSupportedException();
}
