using VideoOS.Platform;
using VideoOS.Platform.Messaging;

namespace RMF.SmartClient.Host.Client;

/// <summary>Keeps what plugins sent and logged. Thread-safe.</summary>
internal sealed class MessageBook
{
    private const int Most = 10_000;
    private readonly Lock gate = new();
    private readonly List<(Message Message, FQID? Destination)> sent = [];
    private readonly List<string> errors = [];

    public event EventHandler? Changed;

    public IReadOnlyList<(Message Message, FQID? Destination)> Sent
    {
        get
        {
            lock (gate)
            {
                return [.. sent];
            }
        }
    }

    /// <summary>What the client's line of messages was given, oldest first.</summary>
    public IReadOnlyList<SmartClientMessageData> Said =>
        [.. Sent.Where(s => s.Message.MessageId == MessageId.SmartClient.SmartClientMessageCommand).Select(s => s.Message.Data).OfType<SmartClientMessageData>()];

    public IReadOnlyList<string> Errors
    {
        get
        {
            lock (gate)
            {
                return [.. errors];
            }
        }
    }

    public void Keep(Message message, FQID? destination)
    {
        lock (gate)
        {
            if (sent.Count < Most)
            {
                sent.Add((message, destination));
            }
        }

        Changed?.Invoke(this, EventArgs.Empty);
    }

    public void Log(bool error, string location, string message)
    {
        lock (gate)
        {
            if (error && errors.Count < Most)
            {
                errors.Add($"{location}: {message}");
            }
        }
    }
}
