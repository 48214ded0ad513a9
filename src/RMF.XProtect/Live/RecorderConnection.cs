using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using RMF.Engine.Ports;
using RMF.XProtect.Http;

namespace RMF.XProtect.Live;

/// <summary>A connection to a recorder's port, plain or TLS. Disposing it ends whatever waits on it. Reading and writing may go on at the same time.</summary>
internal sealed class RecorderConnection : IDisposable
{
    /// <summary>Bytes that wait in the system for a slow observer: enough for a picture, too little for old ones to pile up.</summary>
    private const int ReceiveBytes = 256 * 1024;

    private readonly TcpClient client;
    private readonly Stream stream;

    private RecorderConnection(TcpClient client, Stream stream)
    {
        this.client = client;
        this.stream = stream;
    }

    /// <summary>The connection, or why there is none.</summary>
    public static async Task<(RecorderConnection? Connection, StreamEnd? Failure)> OpenAsync(Uri address, LiveServices services, CancellationToken stopping)
    {
        var timeout = services.Timing.ConnectTimeout < services.Session.Connection.ConnectTimeout ? services.Timing.ConnectTimeout : services.Session.Connection.ConnectTimeout;
        var where = address.GetLeftPart(UriPartial.Authority);
        var tcp = new TcpClient { ReceiveBufferSize = ReceiveBytes };
        using var patience = Clock.CancelAfter(services.Time, timeout);
        using var late = patience.Token.Register(static c => ((TcpClient)c!).Dispose(), tcp);
        using var stop = stopping.Register(static c => ((TcpClient)c!).Dispose(), tcp);
        try
        {
            await tcp.ConnectAsync(address.DnsSafeHost, address.Port).ConfigureAwait(false);
            tcp.NoDelay = true;
            Stream wire = tcp.GetStream();
            if (address.Scheme == Uri.UriSchemeHttps)
            {
                var tls = new SslStream(wire, leaveInnerStreamOpen: false, (_, certificate, _, errors) => services.Gate.Accepts(certificate, errors));
                wire = tls;
                await tls.AuthenticateAsClientAsync(address.DnsSafeHost).ConfigureAwait(false);
            }

            return (new RecorderConnection(tcp, wire), null);
        }
        catch (Exception exception) when (IsWire(exception) || exception is AuthenticationException)
        {
            tcp.Dispose();
            return (null, FailureOf(exception, where, patience.IsCancellationRequested ? timeout : null, services.Gate));
        }
    }

    /// <summary>What reading and writing throw when the connection is gone.</summary>
    public static bool IsWire(Exception exception) => exception is IOException or SocketException or ObjectDisposedException or OperationCanceledException or InvalidOperationException;

    public Task SendAsync(byte[] request)
#if NET8_0_OR_GREATER
        => stream.WriteAsync(request).AsTask();
#else
        => stream.WriteAsync(request, 0, request.Length);
#endif

    /// <summary>0 at the end of the stream.</summary>
    public ValueTask<int> ReadAsync(ArraySegment<byte> target)
#if NET8_0_OR_GREATER
        => stream.ReadAsync(target.AsMemory());
#else
        => new(stream.ReadAsync(target.Array!, target.Offset, target.Count));
#endif

    public void Dispose()
    {
        // The client first: that closes the socket, where an encrypted stream would still wish to say goodbye.
        client.Dispose();
        stream.Dispose();
    }

    private static StreamEnd FailureOf(Exception exception, string where, TimeSpan? waited, CertificateGate gate)
    {
        if (waited is { } time)
        {
            return new StreamEnd(StreamLossKind.Unreachable, FormattableString.Invariant($"No connection to {where} within {time.TotalSeconds:0.#} s."));
        }

        if (exception is AuthenticationException)
        {
            return new StreamEnd(StreamLossKind.Refused, gate.Refused is { } refused ? $"The certificate of {where} is not trusted: {refused}." : $"No encrypted connection to {where}.");
        }

        var code = (exception as SocketException ?? exception.InnerException as SocketException)?.SocketErrorCode;
        var words = code switch
        {
            SocketError.ConnectionRefused => "nothing listens on this port",
            SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain or SocketError.NoRecovery => "the host name is not known",
            SocketError.TimedOut => "no answer to the attempt to connect",
            SocketError.ConnectionReset => "it broke at once",
            _ => "the host cannot be reached",
        };
        return new StreamEnd(StreamLossKind.Unreachable, $"No connection to {where}: {words}.");
    }
}
