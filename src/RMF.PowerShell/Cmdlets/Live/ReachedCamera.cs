using RMF.Core.Inventory;
using RMF.Core.Live;

namespace RMF.PowerShell.Cmdlets.Live;

/// <summary>A camera of one side or of both.</summary>
/// <param name="Primary">On the primary; null when it is not there.</param>
/// <param name="Secondary">On the secondary; null when it is not there.</param>
internal sealed record ReachedCamera(Item? Primary, Item? Secondary)
{
    /// <summary>What an order calls it: by the primary's id where there is one.</summary>
    public OrderTarget Target { get; } = Primary is not null
        ? new(OverrideScope.Camera, Side.Primary, Primary.Key.Id, Primary.Name)
        : new(OverrideScope.Camera, Side.Secondary, Secondary!.Key.Id, Secondary.Name);

    /// <summary>Its names and ids on both sides.</summary>
    public IEnumerable<(string Name, string Id)> Names => new[] { Primary, Secondary }.OfType<Item>().Select(i => (i.Name, i.Key.Id));

    /// <summary>Whether somebody would want to see it.</summary>
    public bool IsOn => Primary?.Properties.IsTrue("enabled") == true || Secondary?.Properties.IsTrue("enabled") == true;

    public Item? Of(Side side) => side == Side.Primary ? Primary : Secondary;
}
