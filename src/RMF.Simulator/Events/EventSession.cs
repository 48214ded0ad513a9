using System.Text.Json;
using RMF.Simulator.Store;

namespace RMF.Simulator.Events;

/// <summary>
/// A client's session: its subscriptions, and the newest events that it was sent, so that a client which comes back soon misses none.
/// Thread-safe.
/// </summary>
internal sealed class EventSession(Guid id)
{
    private const int MaxKept = 1000;
    private const int MaxSubscriptions = 100;

    private readonly object gate = new();
    private readonly Dictionary<Guid, IReadOnlyList<EventFilter>> subscriptions = [];
    private readonly Queue<DeviceEvent> recent = new();
    private Action<string>? deliver;

    public Guid Id => id;

    /// <summary>When its connection ended, by ticks of the clock; null while it has one.</summary>
    public long? LeftAt { get; private set; }

    /// <summary>Takes a connection, and gives what came after the event that the client saw last; null where that is not known any more.</summary>
    public IReadOnlyList<DeviceEvent>? Join(Action<string> connection, Guid? lastSeen)
    {
        lock (gate)
        {
            var missed = lastSeen is { } seen ? recent.SkipWhile(e => e.Id != seen).Skip(1).ToList() : [];
            if (lastSeen is { } known && recent.All(e => e.Id != known))
            {
                return null;
            }

            deliver = connection;
            LeftAt = null;
            return missed;
        }
    }

    public void Leave(Action<string> connection, long now)
    {
        lock (gate)
        {
            if (deliver == connection)
            {
                deliver = null;
                LeftAt = now;
            }
        }
    }

    public Guid? Subscribe(IdSource ids, IReadOnlyList<EventFilter> filters)
    {
        lock (gate)
        {
            if (subscriptions.Count >= MaxSubscriptions)
            {
                return null;
            }

            var made = ids.Next();
            subscriptions[made] = filters;
            return made;
        }
    }

    public bool Unsubscribe(Guid subscription)
    {
        lock (gate)
        {
            return subscriptions.Remove(subscription);
        }
    }

    public IReadOnlyList<DeviceEvent> Of(IReadOnlyList<DeviceEvent> events)
    {
        lock (gate)
        {
            return [.. events.Where(IsWanted)];
        }
    }

    public void Tell(IReadOnlyList<DeviceEvent> events)
    {
        lock (gate)
        {
            var wanted = events.Where(IsWanted).ToList();
            if (wanted.Count == 0)
            {
                return;
            }

            foreach (var happened in wanted)
            {
                recent.Enqueue(happened);
                if (recent.Count > MaxKept)
                {
                    recent.Dequeue();
                }
            }

            deliver?.Invoke(Text(wanted));
        }
    }

    public static string Text(IReadOnlyList<DeviceEvent> events) => EventJson.Of(json => EventJson.List(json, "events", events));

    private bool IsWanted(DeviceEvent happened) =>
        subscriptions.Values.Any(filters => filters.Any(f => f.Includes && f.Fits(happened)) && !filters.Any(f => !f.Includes && f.Fits(happened)));
}
