using RMF.Core.Inventory;

namespace RMF.Engine.Operator;

/// <summary>What one side lacks that the other side did. It vanishes when the side has it.</summary>
/// <param name="Since">When it was asked for, UTC.</param>
/// <param name="Camera">The camera.</param>
/// <param name="Side">The side that lags.</param>
/// <param name="Intent">What is wanted there.</param>
/// <param name="Reason">Why it is not done; empty while it is being done.</param>
public sealed record InconsistencyRecord(DateTimeOffset Since, OperatorCamera Camera, Side Side, OperatorIntent Intent, string Reason)
{
    /// <summary>One record for each thing on each side's camera: a newer wish takes the older one's place.</summary>
    public string Key => $"{Camera.On(Side)?.Site}/{Camera.On(Side)?.Id}/{Intent.About}";

    public static string KeyOf(SideAction action) => $"{action.Target?.Site}/{action.Target?.Id}/{action.Intent.About}";
}
