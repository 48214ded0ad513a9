using RMF.Engine.Ports;

namespace RMF.Engine.Operator;

/// <summary>Makes outcomes out of errors.</summary>
internal static class SideOutcomes
{
    public static SideOutcome Failed(SideAction action, SiteError error) => new(action, IsAway(error) ? SideStatus.Unreachable : SideStatus.Failed, error);

    public static SideOutcome Absent(SideAction action) => new(action, SideStatus.Absent, new SiteError(
        SiteErrorKind.NotFound,
        string.Empty,
        action.Intent.ToString(),
        $"'{action.Camera.Name}' is not known on the {action.Side.ToString().ToLowerInvariant()} side.",
        "Bring it there with Sync-RmfSite or Add-RmfCamera."));

    /// <summary>The site confirmed and holds something else.</summary>
    public static SiteError Differs(SideAction action) => new(
        SiteErrorKind.UnexpectedAnswer,
        action.Target!.Site,
        action.Intent.ToString(),
        $"{action.Target.Site}: '{action.Camera.Name}': the site confirmed to {action.Intent} and holds something else.",
        "Look at the camera in the Management Client: somebody else may have changed it at the same time.");

    private static bool IsAway(SiteError error) => error.Kind is SiteErrorKind.Unreachable or SiteErrorKind.Timeout or SiteErrorKind.ConnectionLost;
}
