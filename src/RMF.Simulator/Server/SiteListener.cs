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
    private const int MaxBindAttempts = 1000;

    /// <summary>What waits in the system for a client of live frames that reads slowly.</summary>
    private const int LiveSendBytes = 128 * 1024;

    private readonly ConcurrentDictionary<HttpConnection, Task> connections = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly Func<SimRequest, CancellationToken, Task<SimResponse>> answer;
    private readonly object gate = new();
    private readonly ListenOptions options;
    private readonly StreamProtocol? markup;
    private readonly SiteState state;
    private readonly List<Task> accepting = [];
    private Socket socket;
    private bool isAway;

    /// <summary>Takes the port; nothing is accepted before <see cref="Start"/>.</summary>
    public SiteListener(ListenOptions options, int port, Func<SimRequest, CancellationToken, Task<SimResponse>> answer, SiteState state, StreamProtocol? markup = null)
    {
        this.options = options;
        this.answer = answer;
        this.state = state;
        this.markup = markup;
        socket = Bind(port);
        Port = ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    public int Port { get; }

    public void Start()
    {
        lock (gate)
        {
            Listen();
        }
    }

    public void Stop()
    {
        lock (gate)
        {
            stopping.Cancel();
            socket.Dispose();
        }

        foreach (var connection in connections.Keys)
        {
            connection.Abort();
        }
    }

    /// <summary>Ends all connections and accepts no more: who connects is told that nothing listens. The port stays taken.</summary>
    public void GoAway(bool reset)
    {
        lock (gate)
        {
            if (isAway || stopping.IsCancellationRequested)
            {
                return;
            }

            isAway = true;
            socket.Dispose();

            // The port is free when the loop that accepts has let go of the old socket.
            Task.WaitAll([.. accepting]);
            socket = BindAgain();
        }

        Drop(reset);
    }

    /// <summary>Accepts again after <see cref="GoAway"/>; no effect otherwise.</summary>
    public void ComeBack()
    {
        lock (gate)
        {
            if (isAway && !stopping.IsCancellationRequested)
            {
                isAway = false;
                Listen();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        Stop();
        await Task.WhenAll(accepting).ConfigureAwait(false);
        await Task.WhenAll(connections.Values).ConfigureAwait(false);
        socket.Dispose();
        stopping.Dispose();
    }

    private Socket Bind(int port)
    {
        var bound = new Socket(options.Address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            bound.Bind(new IPEndPoint(options.Address, port));
            return bound;
        }
        catch
        {
            bound.Dispose();
            throw;
        }
    }

    private Socket BindAgain()
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return Bind(Port);
            }
            catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse && attempt < MaxBindAttempts)
            {
                Thread.Yield();
            }
        }
    }

    private void Listen()
    {
        socket.Listen(Backlog);
        accepting.RemoveAll(static a => a.IsCompleted);
        var own = socket;
        accepting.Add(Task.Run(() => AcceptAsync(own)));
    }

    private void Drop(bool reset)
    {
        foreach (var connection in connections.Keys)
        {
            if (reset)
            {
                connection.Reset();
            }
            else
            {
                connection.End();
            }
        }
    }

    private async Task AcceptAsync(Socket listening)
    {
        while (!stopping.IsCancellationRequested)
        {
            Socket accepted;
            try
            {
                accepted = await listening.AcceptAsync(stopping.Token).ConfigureAwait(false);
            }
            catch (Exception stopped) when (stopped is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }

            if (connections.Count >= MaxConnections)
            {
                state.Log($"connection refused: {MaxConnections} are open");
                accepted.Dispose();
                continue;
            }

            if (markup is not null)
            {
                accepted.SendBufferSize = LiveSendBytes;
            }

            var connection = new HttpConnection(accepted, options.Certificate, answer, markup);
            var serving = new TaskCompletionSource();
            connections[connection] = serving.Task;
            if (Volatile.Read(ref isAway) || stopping.IsCancellationRequested)
            {
                // Accepted while the port went away: it was not among those that were dropped.
                connection.Reset();
            }

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
