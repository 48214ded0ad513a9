using System.Collections.ObjectModel;
using System.Drawing;
using System.Windows.Threading;
using RMF.SmartClient.Mip;
using RMF.SmartClient.Model;
using RMF.SmartClient.Model.Actions;
using VideoOS.Platform;
using VideoOS.Platform.Client;
using VideoOS.Platform.Messaging;

namespace RMF.SmartClient;

/// <summary>
/// Where Smart Client begins: what the plugin brings along, and its one session for as long as the client is logged in. Made and called on the user
/// interface's thread.
/// </summary>
public sealed class RmfPluginDefinition : PluginDefinition
{
    private readonly List<object> receivers = [];
    private ViewItemPlugin[] tiles = [];
    private SettingsPanelPlugin[] settings = [];
    private ClientSession? session;
    private OperatorDesk? desk;

    /// <summary>Answers for the plugin's libraries from here on, before any of them is asked for.</summary>
    public RmfPluginDefinition() => _ = new PluginAssemblies();

    public override Guid Id => RmfIds.Plugin;

    public override string Name => "RMF redundancy";

    public override string Manufacturer => "RMF.PowerShell contributors";

    public override string VersionString => typeof(RmfPluginDefinition).Assembly.GetName().Version!.ToString(3);

    public override Image Icon => RmfIcon.Image;

    public override List<ViewItemPlugin> ViewItemPlugins => [.. tiles];

    public override Collection<SettingsPanelPlugin> SettingsPanelPlugins => [.. settings];

    /// <summary>The session; made when it is first asked for.</summary>
    internal ClientSession Session => session ??= Begin();

    /// <summary>What the tiles share for playback and operators' actions.</summary>
    internal OperatorDesk Desk => desk ??= BeginDesk();

    public override void Init()
    {
        tiles = [new TilePlugin(this)];
        settings = [new SettingsPlugin(this)];
        foreach (var message in new[] { MessageId.Server.ConfigurationChangedIndication, MessageId.System.SystemConfigurationChangedIndication })
        {
            receivers.Add(EnvironmentManager.Instance.RegisterReceiver(OnChanged, new MessageIdFilter(message)));
        }
    }

    public override void Close()
    {
        receivers.ForEach(EnvironmentManager.Instance.UnRegisterReceiver);
        receivers.Clear();
        tiles = [];
        settings = [];
        // Streams and connections end by themselves; the client does not wait for them.
        _ = EndAsync(desk, session);
        desk = null;
        session = null;
    }

    private static async Task EndAsync(OperatorDesk? endingDesk, ClientSession? ending)
    {
        if (endingDesk is not null)
        {
            await endingDesk.DisposeAsync().ConfigureAwait(false);
        }

        if (ending is not null)
        {
            await ending.DisposeAsync().ConfigureAwait(false);
        }
    }

    private OperatorDesk BeginDesk()
    {
        var begun = new OperatorDesk(Session, new MipCameraPlaces());
        begun.Start();
        return begun;
    }

    private ClientSession Begin()
    {
        var begun = new ClientSession(new MipPlatform(Dispatcher.CurrentDispatcher));
        begun.Start();
        return begun;
    }

    private object? OnChanged(Message message, FQID destination, FQID sender)
    {
        session?.Wake();
        return null;
    }
}
