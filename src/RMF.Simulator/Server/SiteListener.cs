using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using RMF.Simulator.Api;
using RMF.Simulator.Http;

namespace RMF.Simulator.Server;

/// <summary>
/// One port of our own small HTTP/1.1 server. ASP.NET cannot load inside pwsh, and HttpListener has no TLS on Linux and turns an aborted
/// answer into an empty 200; faults need the raw socket.
/// </summary>
internal sealed class SiteListener : IAsyncDisposable
{
    /// <summary>Connections open at once. One more is accepted and closed.</summary>
    public const int MaxConnections = 1024;

    private const int Backlog = 512;

    private readonly ConcurrentDictionary<HttpConnection, Task> connections = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly TcpListener listener;
    private readonly ListenOptions options;
    private readonly Func<SimRequest, CancellationToken, Task<SimResponse>> answer;
    private readonly SiteState state;
    private Task accepting = Task.CompletedTask;

    public SiteListener(ListenOptions options, int port, Func<SimRequest, CancellationToken, Task<SimResponse>> answer, SiteState state)
    {
        this.options = options;
        this.answer = answer;
        this.state = state;
        listener = new TcpListener(options.Address, port);
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public void Start()
    {
        listener.Start(Backlog);
        accepting = Task.Run(AcceptAsync);
    }

    public void Stop()
    {
        stopping.Cancel();
        listener.Stop();
        foreach (var connection in connections.Keys)
        {
            connection.Abort();
        }
    }

    public async ValueTask DisposeAsync()
    {
        Stop();
        await accepting.ConfigureAwait(false);
        await Task.WhenAll(connections.Values).ConfigureAwait(false);
        listener.Dispose();
        stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!stopping.IsCancellationRequested)
        {
            Socket socket;
            try
            {
                socket = await listener.AcceptSocketAsync(stopping.Token).ConfigureAwait(false);
            }
            catch (Exception stopped) when (stopped is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }

            if (connections.Count >= MaxConnections)
            {
                state.Log($"connection refused: {MaxConnections} are open");
                socket.Dispose();
                continue;
            }

            var connection = new HttpConnection(socket, options.Certificate, answer);
            var serving = new TaskCompletionSource();
            connections[connection] = serving.Task;
            _ = Task.Run(() => ServeAsync(connection, serving));
        }
    }

    private async Task ServeAsync(HttpConnection connection, TaskCompletionSource served)
    {
        try
        {
            await connection.ServeAsync(stopping.Token).ConfigureAwait(false);
        }
        catch (Exception broken) when (broken is IOException or SocketException or ObjectDisposedException or OperationCanceledException or System.Security.Authentication.AuthenticationException)
        {
            // The client went away, or we are stopping: nobody is left to tell.
        }
        catch (Exception bug)
        {
            state.Log($"request failed: {bug}");
        }
        finally
        {
            connection.Dispose();
            connections.TryRemove(connection, out _);
            served.SetResult();
        }
    }
}
