using RMF.Core.Inventory;
using RMF.Core.Planning;

namespace RMF.Engine.Runs;

/// <summary>One change and what became of it.</summary>
/// <param name="Time">When it ended (UTC).</param>
/// <param name="Change">The planned change.</param>
/// <param name="Status">What became of it.</param>
/// <param name="Reason">Why, for people; null when there is nothing to say.</param>
/// <param name="Duration">From its first request to its last answer.</param>
public sealed record ChangeResult(DateTimeOffset Time, Change Change, ChangeStatus Status, string? Reason, TimeSpan Duration)
{
    /// <summary>The item on the target; for a creation the new one.</summary>
    public ItemKey? Target { get; init; } = Change.Target;

    /// <summary>True for a creation that found the device there already: it was adopted, not made.</summary>
    public bool WasThere { get; init; }

    /// <summary>Values that the new item's driver did not take, with the reason; they stay in the plan as Unsupported.</summary>
    public IReadOnlyList<string> NotTaken { get; init; } = [];
}
