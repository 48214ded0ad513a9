using RMF.Engine.Ports;
using RMF.Policy;
using RMF.Simulator;
using RMF.SmartClient.Model.Hosting;
using RMF.XProtect;

namespace RMF.SmartClient.Tests.Sessions;

/// <summary>A client that is logged in to simulated sites on sockets, by the gateway alone.</summary>
internal sealed class SocketPlatform(UiThread ui, string folder, params SimulatedSite[] sites) : IClientPlatform
{
    private readonly XProtectConnector connector = new(new XProtectOptions(TimeProvider.System, Seed: 5));

    public TimeProvider Time => ui;

    public string Machine => "WALL-1";

    public string User => "op";

    public IReadOnlyList<string> Roles => [];

    public string DataFolder => folder;

    public IReadOnlyList<ClientLogin> Logins { get; } = [.. sites.Select(s => new ClientLogin(s.Name, "server of " + s.Name, s.BaseUri))];

    public void Post(Action action) => ui.Post(action);

    public Task<Outcome<ISite>> ConnectAsync(ClientLogin login, string name, TlsPolicy? tls, CancellationToken cancellationToken)
    {
        var site = sites.Single(s => s.Name == login.Id);
        return connector.ConnectAsync(new SiteConnection(name, login.Uri, new SiteCredential.Basic(site.BasicUser, new Secret(site.Password))), cancellationToken);
    }

    public IPolicyPublisher? OptionsOf(ClientLogin login) => null;

    public IRecordings? RecordingsOf(ClientLogin login) => null;

    public string? NameOf(string cameraId) => null;

    public bool? May(ClientRight right, string cameraId) => null;
}
