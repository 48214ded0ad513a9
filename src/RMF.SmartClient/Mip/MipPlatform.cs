using System.IO;
using System.Windows.Threading;
using RMF.Engine.Ports;
using RMF.Policy;
using RMF.SmartClient.Model.Hosting;
using RMF.XProtect;
using VideoOS.Platform;

namespace RMF.SmartClient.Mip;

/// <summary>Smart Client as the rest of the plugin sees it. Thread-safe.</summary>
internal sealed class MipPlatform : IClientPlatform
{
    private readonly Dispatcher dispatcher;
    private readonly XProtectConnector connector;
    private readonly MipLogins logins = new();

    public MipPlatform(Dispatcher dispatcher)
    {
        this.dispatcher = dispatcher;
        Time = new DispatcherTime(dispatcher);
        connector = new XProtectConnector(new XProtectOptions(TimeProvider.System, Environment.TickCount));
    }

    public TimeProvider Time { get; }

    public string Machine => Environment.MachineName;

    public string User => Environment.UserDomainName + "\\" + Environment.UserName;

    /// <summary>The kit tells no roles of the operator: overrides that are for a role do not fit here.</summary>
    public IReadOnlyList<string> Roles => [];

    public string DataFolder => Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "RMF", "SmartClient");

    public IReadOnlyList<ClientLogin> Logins => logins.All();

    public void Post(Action action) => _ = dispatcher.BeginInvoke(DispatcherPriority.Normal, action);

    public Task<Outcome<ISite>> ConnectAsync(ClientLogin login, string name, TlsPolicy? tls, CancellationToken cancellationToken)
        => connector.ConnectAsync(
            new SiteConnection(name, login.Uri, new SiteCredential.LentToken(() => logins.TokenOf(login), User)) { VerifyCertificate = tls?.Verify ?? true, PinnedThumbprint = tls?.Thumbprint },
            cancellationToken);

    /// <summary>The kit reads options of the management server of the log-in alone.</summary>
    public IPolicyPublisher? OptionsOf(ClientLogin login) => login.Id == Logins.FirstOrDefault()?.Id ? new MipOptions(login.Name) : null;

    public IRecordings? RecordingsOf(ClientLogin login) => new MipRecordings(login.Name);

    public string? NameOf(string cameraId) => MipIds.Camera(cameraId)?.Name;

    public bool? May(ClientRight right, string cameraId) => MipRights.May(right, cameraId);
}
