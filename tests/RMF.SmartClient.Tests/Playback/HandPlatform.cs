using System.Collections.Concurrent;
using RMF.Engine.Ports;
using RMF.Policy;
using RMF.SmartClient.Model.Hosting;
using RMF.Testing;

namespace RMF.SmartClient.Tests.Playback;

/// <summary>A client whose user interface's thread is the test: what is posted waits until the test runs it.</summary>
internal sealed class HandPlatform(TimeProvider time, string? folder = null) : IClientPlatform
{
    private readonly ConcurrentQueue<Action> posted = new();

    public TimeProvider Time { get; } = time;

    /// <summary>The clock, where the test moves it.</summary>
    public ManualTimeProvider Clock => (ManualTimeProvider)Time;

    public string Machine => "desk-1";

    public string User => "operator";

    public IReadOnlyList<string> Roles => [];

    public string DataFolder { get; } = folder ?? Path.Combine(Path.GetTempPath(), "rmf-none");

    public IReadOnlyList<ClientLogin> Logins => [];

    /// <summary>What the operator may do; null = the client cannot tell.</summary>
    public Func<ClientRight, string, bool?> Rights { get; set; } = (_, _) => null;

    public void Post(Action action) => posted.Enqueue(action);

    /// <summary>Runs what was posted.</summary>
    public void Pump()
    {
        while (posted.TryDequeue(out var action))
        {
            action();
        }
    }

    /// <summary>Runs what is posted until something is so. Forty seconds are far more than it takes.</summary>
    public async Task UntilAsync(Func<bool> isSo, string what)
    {
        for (var tries = 0; tries < 8_000; tries++)
        {
            Pump();
            if (isSo())
            {
                return;
            }

            await Task.Delay(5);
        }

        Assert.Fail("It did not come about: " + what);
    }

    public Task<Outcome<ISite>> ConnectAsync(ClientLogin login, string name, TlsPolicy? tls, CancellationToken cancellationToken) => throw new NotSupportedException();

    public IPolicyPublisher? OptionsOf(ClientLogin login) => null;

    public IRecordings? RecordingsOf(ClientLogin login) => null;

    public string? NameOf(string cameraId) => null;

    public bool? May(ClientRight right, string cameraId) => Rights(right, cameraId);
}
