using RMF.Core.Inventory;
using RMF.Engine.Ports;

namespace RMF.Engine.Operator;

/// <summary>An intent for one camera on one side.</summary>
/// <param name="Camera">Which camera.</param>
/// <param name="Side">On which side.</param>
/// <param name="Intent">What is wanted.</param>
public sealed record SideAction(OperatorCamera Camera, Side Side, OperatorIntent Intent)
{
    /// <summary>The camera on that side; null where it has none.</summary>
    public SideCamera? Target => Camera.On(Side);

    /// <summary>Both sides of a camera.</summary>
    public static IEnumerable<SideAction> OnBoth(OperatorCamera camera, OperatorIntent intent) => [new(camera, Side.Primary, intent), new(camera, Side.Secondary, intent)];
}
