using System.Collections.Concurrent;
using RMF.Simulator.Server;
using RMF.Simulator.Soap;

namespace RMF.Simulator.ImageServer;

/// <summary>One recorder's port: image server and SOAP on the same one. Faults of the whole recorder close and open it.</summary>
internal sealed class RecorderPort : IAsyncDisposable
{
    private readonly ConcurrentDictionary<ImageServerSession, byte> sessions = new();
    private readonly RecorderServices services;
    private readonly SiteListener listener;

    public RecorderPort(RecorderCommandService commands, ListenOptions options)
    {
        services = commands.Services;
        listener = new SiteListener(options, port: 0, commands.HandleAsync, services.State, ServeAsync);
    }

    public int Port => listener.Port;

    public void Start()
    {
        services.Faults.Changed += FaultsChanged;
        listener.Start();
        ApplyFaults();
    }

    public async ValueTask DisposeAsync()
    {
        services.Faults.Changed -= FaultsChanged;
        await listener.DisposeAsync().ConfigureAwait(false);
    }

    private void FaultsChanged(object? sender, EventArgs e) => ApplyFaults();

    private void ApplyFaults()
    {
        var isDead = services.IsDead;
        if (isDead || services.IsShut)
        {
            listener.GoAway(reset: isDead);
            return;
        }

        listener.ComeBack();
        foreach (var session in sessions.Keys)
        {
            session.ApplyFaults();
        }
    }

    private async Task ServeAsync(HttpConnection connection, Stream stream, byte first, CancellationToken cancel)
    {
        using var session = new ImageServerSession(services, connection, stream, first, cancel);
        sessions[session] = 0;
        try
        {
            await session.ServeAsync().ConfigureAwait(false);
        }
        finally
        {
            sessions.TryRemove(session, out _);
        }
    }
}
