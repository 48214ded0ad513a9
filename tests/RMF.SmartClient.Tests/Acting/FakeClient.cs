using System.Collections.Concurrent;
using RMF.Engine.Ports;
using RMF.Policy;
using RMF.SmartClient.Model.Hosting;
using RMF.Testing;

namespace RMF.SmartClient.Tests.Acting;

/// <summary>A client whose user interface's thread is the test's own: what is posted runs when the test lets it.</summary>
internal sealed class FakeClient : IClientPlatform, IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(90);

    private readonly ConcurrentQueue<Action> posted = new();
    private readonly TimeProvider? time;

    public FakeClient(TimeProvider? time = null)
    {
        this.time = time;
        DataFolder = Directory.CreateTempSubdirectory("rmf-client-").FullName;
    }

    public ManualTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));

    public TimeProvider Time => time ?? Clock;

    public string Machine => "console-1";

    public string User => "harbour\\anna";

    public IReadOnlyList<string> Roles => [];

    public string DataFolder { get; }

    public IReadOnlyList<ClientLogin> Logins => [];

    /// <summary>What the operator may not do, and what the client cannot tell.</summary>
    public Dictionary<(ClientRight Right, string Camera), bool?> Rights { get; } = [];

    public void Post(Action action) => posted.Enqueue(action);

    public Task<Outcome<ISite>> ConnectAsync(ClientLogin login, string name, TlsPolicy? tls, CancellationToken cancellationToken) => throw new NotSupportedException("no test connects");

    public IPolicyPublisher? OptionsOf(ClientLogin login) => null;

    public IRecordings? RecordingsOf(ClientLogin login) => null;

    public string? NameOf(string cameraId) => null;

    public bool? May(ClientRight right, string cameraId) => Rights.TryGetValue((right, cameraId), out var may) ? may : true;

    /// <summary>Lets the user interface's thread run until something is so.</summary>
    public async Task UntilAsync(Func<bool> isSo, string what)
    {
        var since = TimeProvider.System.GetTimestamp();
        while (true)
        {
            while (posted.TryDequeue(out var action))
            {
                action();
            }

            if (isSo())
            {
                return;
            }

            Assert.True(TimeProvider.System.GetElapsedTime(since) < LongestWait, "It did not come to this: " + what);
            await Task.Delay(2);
        }
    }

    /// <summary>Lets the user interface's thread run until some work and its showing are over.</summary>
    public Task UntilAsync(Task work) => UntilAsync(() => work.IsCompleted && posted.IsEmpty, "the work is done");

    /// <summary>Lets time go by in steps, and the user interface's thread with it.</summary>
    public async Task PassAsync(TimeSpan time, Func<Task> work, Action? each = null)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += TimeSpan.FromSeconds(1))
        {
            Clock.Advance(TimeSpan.FromSeconds(1));
            await UntilAsync(() => posted.IsEmpty, "nothing is posted");
            await UntilAsync(work());
            each?.Invoke();
            await UntilAsync(work());
        }
    }

    public void Dispose() => Directory.Delete(DataFolder, recursive: true);
}
