using RMF.Core.Inventory;

namespace RMF.Core.Planning.Lifecycle;

/// <summary>What is done to a paired hardware as a whole before its values are compared.</summary>
/// <param name="Changes">Replace and move, or why not.</param>
/// <param name="Recorder">Where the target's hardware hangs afterwards.</param>
/// <param name="IsHeld">True when its values are not to be compared: another device answers, and that stays so for now.</param>
/// <param name="Rewrites">The replacement after which all values of the device are the new device's own; null when they stay.</param>
internal sealed record LifecycleStep(IReadOnlyList<Change> Changes, Item Recorder, bool IsHeld, Change? Rewrites)
{
    /// <summary>Ids of the changes that must be confirmed before a value is written.</summary>
    public IReadOnlyList<string> DependsOn { get; } = Changes.Where(c => c.Writes && c.Action != ChangeAction.Update).Select(c => c.Id).ToList();
}
