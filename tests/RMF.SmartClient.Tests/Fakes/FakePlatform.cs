using System.Collections.Concurrent;
using RMF.Engine.Ports;
using RMF.Policy;
using RMF.SmartClient.Model.Hosting;
using RMF.Testing;

namespace RMF.SmartClient.Tests.Fakes;

/// <summary>A client whose clock and user interface's thread belong to the test. Deletes its data folder at the end.</summary>
internal sealed class FakePlatform : IClientPlatform, IDisposable
{
    public static readonly ClientLogin Harbour = new("11111111-0000-0000-0000-000000000000", "Harbour VMS", new Uri("http://127.0.0.1:8081"));
    public static readonly ClientLogin Inland = new("22222222-0000-0000-0000-000000000000", "Inland VMS", new Uri("http://127.0.0.1:8082"));

    private readonly ConcurrentQueue<Action> posted = new();

    public ManualTimeProvider Clock { get; } = new();

    public TimeProvider Time => Clock;

    public string Machine { get; set; } = "DESK-7";

    public string User => "HARBOUR\\anna";

    public IReadOnlyList<string> Roles { get; set; } = [];

    public string DataFolder { get; init; } = Path.Combine(Path.GetTempPath(), $"rmf-client-{Guid.NewGuid():N}");

    public IReadOnlyList<ClientLogin> Logins { get; set; } = [Harbour, Inland];

    /// <summary>Sites that can be reached, by the log-in's id; any other log-in is refused.</summary>
    public ConcurrentDictionary<string, FakeSite> Sites { get; } = new(StringComparer.Ordinal);

    /// <summary>The client's own options, by the log-in's id.</summary>
    public Dictionary<string, IPolicyPublisher> Options { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, IRecordings> Recordings { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, string> Names { get; } = new(StringComparer.Ordinal);

    /// <summary>What an attempt to connect does before it is answered.</summary>
    public Func<ClientLogin, CancellationToken, Task> BeforeConnect { get; set; } = (_, _) => Task.CompletedTask;

    public ConcurrentQueue<(ClientLogin Login, string Name)> Attempts { get; } = new();

    public void Post(Action action) => posted.Enqueue(action);

    public async Task<Outcome<ISite>> ConnectAsync(ClientLogin login, string name, TlsPolicy? tls, CancellationToken cancellationToken)
    {
        Attempts.Enqueue((login, name));
        await BeforeConnect(login, cancellationToken);
        return Sites.TryGetValue(login.Id, out var site)
            ? Outcome<ISite>.Of(site.As(name))
            : new SiteError(SiteErrorKind.Unreachable, name, "connect", $"{name}: nothing listens there.", "Look at the server.");
    }

    public IPolicyPublisher? OptionsOf(ClientLogin login) => Options.GetValueOrDefault(login.Id);

    public IRecordings? RecordingsOf(ClientLogin login) => Recordings.GetValueOrDefault(login.Id);

    public string? NameOf(string cameraId) => Names.GetValueOrDefault(cameraId);

    public bool? May(ClientRight right, string cameraId) => null;

    /// <summary>Runs what was posted; it may post more.</summary>
    public void Pump()
    {
        while (posted.TryDequeue(out var action))
        {
            action();
        }
    }

    /// <summary>Lets time go by in small steps, as a client does that runs.</summary>
    public void Run(TimeSpan time, Action? each = null)
    {
        for (var gone = TimeSpan.Zero; gone < time; gone += TimeSpan.FromMilliseconds(20))
        {
            Clock.Advance(TimeSpan.FromMilliseconds(20));
            each?.Invoke();
            Pump();
        }
    }

    /// <summary>Waits for what the pool does. The clock of the test stands still meanwhile.</summary>
    public async Task UntilAsync(Func<bool> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        Pump();
        while (!holds())
        {
            await Task.Delay(5, patience.Token);
            Pump();
        }
    }

    public void Dispose()
    {
        if (Directory.Exists(DataFolder))
        {
            Directory.Delete(DataFolder, recursive: true);
        }
    }
}
