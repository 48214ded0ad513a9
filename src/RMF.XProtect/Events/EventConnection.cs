using System.Buffers;
using System.Net.WebSockets;
using RMF.XProtect.Http;

namespace RMF.XProtect.Events;

/// <summary>A WebSocket to a site's events and state interface: whole messages in a buffer that is used again. One reader, one writer.</summary>
internal sealed class EventConnection : IDisposable
{
    /// <summary>Longest message taken. 100,000 states come in one of about 25 MB.</summary>
    public const int MaxBytes = 128 * 1024 * 1024;

    private const int FirstBytes = 64 * 1024;
    private const string Path = "api/ws/events/v1/";

    private readonly ClientWebSocket socket;
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(FirstBytes);

    private EventConnection(ClientWebSocket socket) => this.socket = socket;

    /// <summary>Connects with an authorization header; throws what <see cref="IsWire"/> knows.</summary>
    public static async Task<EventConnection> OpenAsync(Uri site, string authorization, CertificateGate gate, CancellationToken cancellationToken)
    {
        var scheme = site.Scheme == Uri.UriSchemeHttps ? "wss" : "ws";
        var address = new UriBuilder(new Uri(new Uri(site.GetLeftPart(UriPartial.Authority) + "/"), Path)) { Scheme = scheme, Port = site.Port }.Uri;
        var made = new ClientWebSocket();
        try
        {
            made.Options.SetRequestHeader("Authorization", authorization);
#if NET8_0_OR_GREATER
            made.Options.RemoteCertificateValidationCallback = (_, certificate, _, errors) => gate.Accepts(certificate, errors);
#endif
            await made.ConnectAsync(address, cancellationToken).ConfigureAwait(false);
            return new EventConnection(made);
        }
        catch
        {
            made.Dispose();
            throw;
        }
    }

    public static bool IsWire(Exception exception) => exception is WebSocketException or IOException or ObjectDisposedException or OperationCanceledException or InvalidOperationException;

    public Task SendAsync(byte[] command, CancellationToken cancellationToken)
        => socket.SendAsync(new ArraySegment<byte>(command), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);

    /// <summary>The next message, valid until the next call; null at the end.</summary>
    public async Task<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken cancellationToken)
    {
        var length = 0;
        while (true)
        {
            var read = await socket.ReceiveAsync(new ArraySegment<byte>(buffer, length, buffer.Length - length), cancellationToken).ConfigureAwait(false);
            if (read.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            length += read.Count;
            if (read.EndOfMessage)
            {
                return buffer.AsMemory(0, length);
            }

            if (length == buffer.Length)
            {
                if (length >= MaxBytes)
                {
                    return null;
                }

                var larger = ArrayPool<byte>.Shared.Rent(length * 2);
                Buffer.BlockCopy(buffer, 0, larger, 0, length);
                ArrayPool<byte>.Shared.Return(buffer);
                buffer = larger;
            }
        }
    }

    public void Dispose()
    {
        socket.Dispose();
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
    }
}
