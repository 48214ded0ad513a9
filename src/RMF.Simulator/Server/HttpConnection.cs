using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using RMF.Simulator.Api;
using RMF.Simulator.Http;

namespace RMF.Simulator.Server;

/// <summary>
/// One connection: requests one after the other (a client may send the next early), answers in the same order. Where another protocol
/// shares the port, the first byte tells: no HTTP request begins with an angle bracket.
/// </summary>
internal sealed class HttpConnection(Socket socket, X509Certificate2? certificate, Func<SimRequest, CancellationToken, Task<SimResponse>> answer, StreamProtocol? markup) : IDisposable
{
    private const int MaxRequests = 1_000_000;

    public async Task ServeAsync(CancellationToken cancel)
    {
        socket.NoDelay = true;
        var plain = new NetworkStream(socket, ownsSocket: false);
        await using var plainEnd = plain.ConfigureAwait(false);
        Stream stream = plain;
        if (certificate is not null)
        {
            var tls = new SslStream(plain, leaveInnerStreamOpen: true);
            await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, cancel).ConfigureAwait(false);
            stream = tls;
        }

        await using var streamEnd = stream.ConfigureAwait(false);
        var first = new byte[1];
        if (await stream.ReadAsync(first, cancel).ConfigureAwait(false) == 0)
        {
            return;
        }

        if (first[0] == '<' && markup is not null)
        {
            await markup(this, stream, first[0], cancel).ConfigureAwait(false);
            return;
        }

        var reader = new RequestReader(stream, first[0]);
        for (var served = 0; served < MaxRequests; served++)
        {
            var read = await reader.ReadAsync(cancel).ConfigureAwait(false);
            if (read.Request is not { } request)
            {
                if (read.Problem is { } status)
                {
                    await ResponseWriter.WriteAsync(stream, Answers.HtmlPage(status, "Bad Request"), head: false, close: true, cancel).ConfigureAwait(false);
                }

                return;
            }

            var response = await answer(request, cancel).ConfigureAwait(false);
            if (!await DeliverAsync(stream, request, response, read.KeepAlive, cancel).ConfigureAwait(false) || !read.KeepAlive)
            {
                return;
            }
        }
    }

    /// <summary>Closes the socket from outside; whatever waits on it fails.</summary>
    public void Abort() => socket.Dispose();

    /// <summary>Ends in order: the client sees the end of the stream, and closes.</summary>
    public void End()
    {
        try
        {
            socket.Shutdown(SocketShutdown.Send);
        }
        catch (Exception closed) when (closed is ObjectDisposedException or SocketException)
        {
            // It is closed already.
        }
    }

    public void Dispose() => socket.Dispose();

    /// <summary>False when the connection is of no further use.</summary>
    private async Task<bool> DeliverAsync(Stream stream, SimRequest request, SimResponse response, bool keepAlive, CancellationToken cancel)
    {
        switch (response.Delivery)
        {
            case Delivery.Reset:
                Reset();
                return false;
            case Delivery.Half:
                await ResponseWriter.WriteHalfAsync(stream, response, cancel).ConfigureAwait(false);
                Reset();
                return false;
            case Delivery.Stall:
                await ResponseWriter.WriteHalfAsync(stream, response, cancel).ConfigureAwait(false);
                await WaitForEndAsync(stream, cancel).ConfigureAwait(false);
                return false;
            case Delivery.Nothing:
                await WaitForEndAsync(stream, cancel).ConfigureAwait(false);
                return false;
            case Delivery.Whole when response.Upgrade is { } upgrade:
                await ResponseWriter.WriteHeadAsync(stream, response, cancel).ConfigureAwait(false);
                await upgrade(stream, cancel).ConfigureAwait(false);
                return false;
            default:
                await ResponseWriter.WriteAsync(stream, response, head: request.Method == "HEAD", close: !keepAlive, cancel).ConfigureAwait(false);
                return true;
        }
    }

    /// <summary>What the client still sends does not matter; its going away ends the wait.</summary>
    private static async Task WaitForEndAsync(Stream stream, CancellationToken cancel)
    {
        var nothing = new byte[1];
        while (await stream.ReadAsync(nothing, cancel).ConfigureAwait(false) > 0)
        {
        }
    }

    /// <summary>Closes with RST instead of FIN: the client sees a broken connection, not an end.</summary>
    public void Reset()
    {
        try
        {
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
        }
        catch (Exception closed) when (closed is ObjectDisposedException or SocketException)
        {
            // It is closed already.
        }

        socket.Close();
    }
}
