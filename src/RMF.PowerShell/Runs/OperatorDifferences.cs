using RMF.Core.Inventory;
using RMF.Engine.Operator;

namespace RMF.PowerShell.Runs;

/// <summary>Shows what a side lacks of what operators did as differences.</summary>
internal static class OperatorDifferences
{
    /// <summary>Tells such a difference from a plan's.</summary>
    public const string Prefix = "operator:";

    public static RmfDifference Of(InconsistencyRecord record)
    {
        var lacking = record.Side == Side.Primary;
        var done = record.Intent.ToString();
        return new RmfDifference
        {
            Pair = record.Camera.Name,
            Kind = record.Intent.IsPreset ? "PtzPreset" : record.Intent.IsRecording ? "Recording" : "Bookmark",
            Path = record.Intent.Subject,
            Primary = lacking ? null : done,
            Secondary = lacking ? done : null,
            Severity = "Warning",
            Fixable = true,
            Reason = "SideMissed",
            Detail = record.Reason.Length > 0 ? record.Reason : "It was being done when the program ended.",
            ChangeId = IdOf(record),
        };
    }

    public static string IdOf(InconsistencyRecord record) => Prefix + record.Key;
}
