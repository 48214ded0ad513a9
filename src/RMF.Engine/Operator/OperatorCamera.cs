using RMF.Core.Inventory;

namespace RMF.Engine.Operator;

/// <summary>A camera as operators know it: on both sides, or on one.</summary>
/// <param name="Name">The name that both sides go by.</param>
/// <param name="Primary">On the primary; null when it is not there, or not known to be.</param>
/// <param name="Secondary">On the secondary; null when it is not there, or not known to be.</param>
public sealed record OperatorCamera(string Name, SideCamera? Primary, SideCamera? Secondary)
{
    /// <summary>Its name on the secondary, where that is another one.</summary>
    public string? SecondaryName { get; init; }

    public SideCamera? On(Side side) => side == Side.Primary ? Primary : Secondary;
}
