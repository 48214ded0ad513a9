using RMF.Core.Inventory;
using RMF.Engine.Ports;
using RMF.XProtect.Bindings;

namespace RMF.XProtect.Reading;

/// <summary>What one snapshot learnt of one kind. Filled by one stage at a time; not thread-safe.</summary>
internal sealed class KindReading(Binding binding, DateTimeOffset takenAt)
{
    public Binding Binding { get; } = binding;

    public DateTimeOffset TakenAt { get; } = takenAt;

    public List<Item> Items { get; set; } = [];

    public Dictionary<string, string> Unread { get; } = new(StringComparer.Ordinal);

    /// <summary>The first failure that took more than one item.</summary>
    public SiteError? Error { get; private set; }

    /// <summary>The first failure of a single item.</summary>
    public SiteError? ItemError { get; private set; }

    /// <summary>Why it is not whole; null while it is.</summary>
    public string? Reason { get; private set; }

    /// <summary>True when it was left out on purpose.</summary>
    public bool IsSkipped { get; private set; }

    public bool IsWhole => Reason is null;

    public void Miss(SiteError error)
    {
        Error ??= error;
        Reason ??= error.Message;
    }

    /// <summary>Takes the failure of one item; may be called from many threads.</summary>
    public void MissOne(string id, string reason, SiteError? error)
    {
        lock (Unread)
        {
            Unread[id] = reason;
            ItemError ??= error;
        }
    }

    public void Doubt(string reason) => Reason ??= reason;

    public void Skip(string reason)
    {
        IsSkipped = true;
        Reason = reason;
    }

    public SnapshotPart ToPart()
    {
        var state = IsSkipped ? PartState.NotRead : IsWhole ? PartState.Whole : PartState.Partial;
        var reason = Reason ?? (Unread.Count > 0 ? $"{Unread.Count} could not be read" : null);
        return new SnapshotPart(Binding.Kind, TakenAt, state, Unread, reason);
    }
}
