using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace RMF.Simulator.Events;

/// <summary>One client's connection: commands in, answers and events out. What is no command closes it.</summary>
internal sealed class EventSocket
{
    private const int MaxCommandBytes = 1024 * 1024;
    private const int MaxWaiting = 4096;
    private const int Ok = 200;
    private const int Created = 201;
    private const int Bad = 400;
    private const int Unauthorized = 401;
    private const int NotFound = 404;
    private const int Busy = 503;

    private readonly Channel<string> outgoing = Channel.CreateBounded<string>(MaxWaiting);
    private readonly EventHub hub;
    private readonly WebSocket socket;
    private readonly Action<string> deliver;
    private bool isAllowed;
    private EventSession? session;

    public EventSocket(EventHub hub, Stream stream, bool isAllowed)
    {
        this.hub = hub;
        this.isAllowed = isAllowed;
        socket = WebSocket.CreateFromStream(stream, new WebSocketCreationOptions { IsServer = true });
        deliver = Send;
    }

    public async Task RunAsync(CancellationToken cancel)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var sending = SendAllAsync(ending.Token);
        try
        {
            await ReceiveAsync(ending.Token).ConfigureAwait(false);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException)
        {
            // The client went away.
        }
        finally
        {
            session?.Leave(deliver, hub.State.Options.TimeProvider.GetTimestamp());
            outgoing.Writer.TryComplete();
            await ending.CancelAsync().ConfigureAwait(false);
            await sending.ConfigureAwait(false);
            socket.Dispose();
        }
    }

    /// <summary>A client that does not read is left behind: it finds out when it reads again, and asks for the state.</summary>
    private void Send(string text)
    {
        if (!outgoing.Writer.TryWrite(text))
        {
            socket.Abort();
        }
    }

    private async Task SendAllAsync(CancellationToken cancel)
    {
        try
        {
            await foreach (var text in outgoing.Reader.ReadAllAsync(cancel).ConfigureAwait(false))
            {
                await socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, cancel).ConfigureAwait(false);
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            // Told by the receiving side.
        }
    }

    private async Task ReceiveAsync(CancellationToken cancel)
    {
        using var message = new MemoryStream();
        var buffer = new byte[8192];
        while (true)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(), cancel).ConfigureAwait(false);
            if (read.MessageType == WebSocketMessageType.Close)
            {
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancel).ConfigureAwait(false);
                return;
            }

            message.Write(buffer, 0, read.Count);
            if (message.Length > MaxCommandBytes)
            {
                return;
            }

            if (read.EndOfMessage)
            {
                if (!Heed(message.GetBuffer().AsMemory(0, (int)message.Length)))
                {
                    await socket.CloseOutputAsync(WebSocketCloseStatus.InvalidPayloadData, "Malformed command", cancel).ConfigureAwait(false);
                    return;
                }

                message.SetLength(0);
            }
        }
    }

    /// <summary>False where it is no command.</summary>
    private bool Heed(ReadOnlyMemory<byte> text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var command = json.RootElement;
            if (command.ValueKind != JsonValueKind.Object || !command.TryGetProperty("command", out var name) || name.ValueKind != JsonValueKind.String)
            {
                return false;
            }

            Answer(name.GetString()!, command);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private void Answer(string name, JsonElement command)
    {
        if (!isAllowed)
        {
            isAllowed = name == "authenticate" && hub.IsToken(Text(command, "token"));
            Send(isAllowed ? EventJson.Success(command, Ok) : EventJson.Failure(command, Unauthorized, "Not authenticated"));
            return;
        }

        switch (name)
        {
            case "authenticate":
                Send(EventJson.Success(command, Ok));
                break;
            case "startSession":
                Start(command);
                break;
            case "addSubscription" when session is not null:
                Subscribe(command, session);
                break;
            case "removeSubscription" when session is not null:
                Send(Guid.TryParse(Text(command, "subscriptionId"), out var id) && session.Unsubscribe(id)
                    ? EventJson.Success(command, Ok)
                    : EventJson.Failure(command, NotFound, "Unknown subscription"));
                break;
            case "getState" when session is not null:
                var states = session.Of(hub.States());
                Send(EventJson.Success(command, Ok, json => EventJson.List(json, "states", states)));
                break;
            default:
                Send(EventJson.Failure(command, Bad, session is null ? "No session" : $"Unknown command: {name}"));
                break;
        }
    }

    private void Start(JsonElement command)
    {
        var resumed = Guid.TryParse(Text(command, "sessionId"), out var id) ? hub.Find(id) : null;
        var lastSeen = Guid.TryParse(Text(command, "eventId"), out var seen) ? seen : (Guid?)null;
        var missed = resumed?.Join(deliver, lastSeen);
        if (missed is null)
        {
            resumed = null;
        }

        session = resumed ?? hub.Open();
        if (session is null)
        {
            Send(EventJson.Failure(command, Busy, "Too many sessions"));
            return;
        }

        if (resumed is null)
        {
            session.Join(deliver, null);
        }

        Send(EventJson.Success(command, resumed is null ? Created : Ok, json =>
        {
            json.WriteString("sessionId", session.Id);
            json.WriteNumber("inactiveTimeoutSeconds", (int)EventHub.InactiveTimeout.TotalSeconds);
        }));
        if (missed is { Count: > 0 })
        {
            Send(EventSession.Text(missed));
        }
    }

    private void Subscribe(JsonElement command, EventSession own)
    {
        var filters = new List<EventFilter>();
        if (command.TryGetProperty("filters", out var given) && given.ValueKind == JsonValueKind.Array)
        {
            foreach (var one in given.EnumerateArray())
            {
                if (EventFilter.Read(one) is not { } filter)
                {
                    Send(EventJson.Failure(command, Bad, "Malformed filter"));
                    return;
                }

                filters.Add(filter);
            }
        }

        Send(own.Subscribe(hub.State.Ids, filters) is { } subscription
            ? EventJson.Success(command, Ok, json => json.WriteString("subscriptionId", subscription))
            : EventJson.Failure(command, Bad, "Too many subscriptions"));
    }

    private static string? Text(JsonElement command, string name) => command.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
