using System.Collections.Concurrent;
using RMF.Engine.Ports;
using RMF.Policy;
using RMF.SmartClient.Model.Hosting;
using RMF.Testing;

namespace RMF.SmartClient.Tests.Fakes;

/// <summary>A client in memory. Its user interface's thread is the test's: what was posted runs in <see cref="Pump"/>.</summary>
internal sealed class FakePlatform : IClientPlatform, IDisposable
{
    /// <summary>No machine is slow enough for it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly ConcurrentQueue<Action> posted = new();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rmf-client");

    public FakePlatform()
    {
        Ui = new UiTime(Clock);
        Time = Ui;
        DataFolder = Path.Combine(folder.FullName, "data");
    }

    public ManualTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public UiTime Ui { get; }

    public TimeProvider Time { get; set; }

    public string Machine { get; init; } = "VIEW-1";

    public string User => "HARBOUR\\op";

    public IReadOnlyList<string> Roles { get; init; } = [];

    public string DataFolder { get; init; }

    public IReadOnlyList<ClientLogin> Logins { get; set; } = [];

    public Func<ClientLogin, string, CancellationToken, Task<Outcome<ISite>>> OnConnect { get; set; } = (_, name, _) => Task.FromResult<Outcome<ISite>>(new SiteError(SiteErrorKind.Unreachable, name, "connect", $"{name} does not answer.", "Wait."));

    public ConcurrentQueue<(string Name, TlsPolicy? Tls)> Connects { get; } = [];

    public Dictionary<string, IPolicyPublisher> Options { get; } = [];

    public Dictionary<string, string> Names { get; } = [];

    public void Post(Action action) => posted.Enqueue(action);

    public Task<Outcome<ISite>> ConnectAsync(ClientLogin login, string name, TlsPolicy? tls, CancellationToken cancellationToken)
    {
        Connects.Enqueue((name, tls));
        return OnConnect(login, name, cancellationToken);
    }

    public IPolicyPublisher? OptionsOf(ClientLogin login) => Options.GetValueOrDefault(login.Id);

    public IRecordings? RecordingsOf(ClientLogin login) => null;

    public string? NameOf(string cameraId) => Names.GetValueOrDefault(cameraId);

    public bool? May(ClientRight right, string cameraId) => true;

    /// <summary>The user interface does what it was asked to.</summary>
    public void Pump()
    {
        while (posted.TryDequeue(out var action))
        {
            action();
        }
    }

    /// <summary>Time goes by while the user interface runs.</summary>
    public void Advance(TimeSpan by)
    {
        Clock.Advance(by);
        Pump();
    }

    /// <summary>Waits for what runs on the pool; the clock stands still meanwhile.</summary>
    public async Task UntilAsync(Func<bool> condition)
    {
        using var patience = new CancellationTokenSource(Patience);
        for (Pump(); !condition(); Pump())
        {
            await Task.Delay(2, patience.Token);
        }
    }

    public void Dispose() => folder.Delete(recursive: true);
}
