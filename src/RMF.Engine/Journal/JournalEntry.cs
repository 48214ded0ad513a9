using RMF.Core.Inventory;
using RMF.Core.Planning;

namespace RMF.Engine.Journal;

/// <summary>One thing to write down. Holds no secret: of a sensitive value the path alone is written.</summary>
/// <param name="Time">UTC.</param>
/// <param name="Event">What happened.</param>
public sealed record JournalEntry(DateTimeOffset Time, JournalEvent Event)
{
    /// <summary>The change it is about; null for records of the run as a whole.</summary>
    public Change? Change { get; init; }

    /// <summary>The item on the target, where it is known.</summary>
    public ItemKey? Target { get; init; }

    /// <summary>True for a creation that found the device there already.</summary>
    public bool WasThere { get; init; }

    /// <summary>The result's word, e.g. Verified or PartlyApplied.</summary>
    public string? Status { get; init; }

    /// <summary>Why, for people.</summary>
    public string? Reason { get; init; }
}
