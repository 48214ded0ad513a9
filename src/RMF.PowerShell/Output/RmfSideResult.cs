using RMF.Engine.Operator;

namespace RMF.PowerShell;

/// <summary>What became of an operator's action on one side.</summary>
public sealed class RmfSideResult
{
    /// <summary>When it ended.</summary>
    public DateTime Time { get; internal init; }

    /// <summary>The camera, by the name that both sides go by.</summary>
    public string Camera { get; internal init; } = "";

    /// <summary>What was asked for, e.g. <c>start recording</c>.</summary>
    public string Action { get; internal init; } = "";

    /// <summary>Primary or Secondary.</summary>
    public string Side { get; internal init; } = "";

    /// <summary>The side's site; empty where the camera is not known on that side.</summary>
    public string Site { get; internal init; } = "";

    /// <summary>Done, Unchanged (it was so already), Failed, Unreachable or Absent (no such camera there).</summary>
    public string Status { get; internal init; } = "";

    /// <summary>Why it is not done.</summary>
    public string? Reason { get; internal init; }

    /// <summary>True when the other side did it, so that Test-RmfInconsistency shows it and Repair-RmfInconsistency or the next Sync-RmfSite does it.</summary>
    public bool Remembered { get; internal init; }

    internal static RmfSideResult Of(SideOutcome outcome) => new()
    {
        Time = DateTime.Now,
        Camera = outcome.Action.Camera.Name,
        Action = outcome.Action.Intent.ToString(),
        Side = outcome.Action.Side.ToString(),
        Site = outcome.Action.Target?.Site ?? "",
        Status = outcome.Status.ToString(),
        Reason = outcome.Error?.ToString(),
        Remembered = outcome.IsRemembered,
    };

    /// <inheritdoc/>
    public override string ToString() => $"{Camera}: {Action} on {Side}: {Status}";
}
