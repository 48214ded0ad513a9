#nullable enable
using VideoOS.Platform.Messaging;

namespace VideoOS.Platform.Fake;

/// <summary>Who wants which messages. Thread-safe; receivers are called on the sender's thread.</summary>
internal sealed class FakeReceivers
{
    private readonly object gate = new();
    private readonly List<Registration> all = [];

    public int Count
    {
        get
        {
            lock (gate)
            {
                return all.Count;
            }
        }
    }

    public object Add(MessageReceiver receiver, MessageFilter? filter)
    {
        var registration = new Registration(receiver, filter);
        lock (gate)
        {
            all.Add(registration);
        }

        return registration;
    }

    public void Remove(object receiver)
    {
        lock (gate)
        {
            all.RemoveAll(r => ReferenceEquals(r, receiver));
        }
    }

    public IReadOnlyList<object?> Deliver(Message message, FQID? destination, FQID? sender)
    {
        Registration[] now;
        lock (gate)
        {
            now = [.. all];
        }

        return [.. now.Where(r => r.Filter is null || r.Filter.Match(message, destination!, sender!)).Select(r => r.Receiver(message, destination!, sender!))];
    }

    private sealed class Registration(MessageReceiver receiver, MessageFilter? filter)
    {
        public MessageReceiver Receiver { get; } = receiver;

        public MessageFilter? Filter { get; } = filter;
    }
}
