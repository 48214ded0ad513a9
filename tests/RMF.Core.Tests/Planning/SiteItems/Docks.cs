using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Planning;
using RMF.Testing.Worlds;

namespace RMF.Core.Tests.Planning.SiteItems;

/// <summary>
/// A small world for what belongs to a site: one recording server a side, the cameras Gate and Quay on both sides, Yard on the primary alone, so that a plan
/// adds it. Tests put groups, roles and views on top.
/// </summary>
internal static class Docks
{
    /// <summary>Only what belongs to a site is compared; devices are still added.</summary>
    public static readonly PlanningOptions Options = SyncWorld.Backup with
    {
        Categories = [SyncCategory.Groups, SyncCategory.Roles, SyncCategory.RoleDevices, SyncCategory.ViewGroups, SyncCategory.Views, SyncCategory.HighAvailabilityViews],
    };

    public static readonly PlanningOptions Restore = Options with { Direction = SyncDirection.Restore };

    public static SyncWorld Of(Func<SiteBuilder, SiteBuilder> primary, Func<SiteBuilder, SiteBuilder> secondary)
        => SyncWorld.Of(primary(Primary()), secondary(Secondary())).Link("REC-A1", "REC-B1");

    public static SiteBuilder Primary(string site = "a")
        => new SiteBuilder(site).Recorder("REC-A1", r => r.Storage("30 days", isDefault: true)
            .Hardware("10.0.0.1", h => h.Camera(0, "Gate").Microphone(0, "Gate mic")).Hardware("10.0.0.2", h => h.Camera(0, "Quay")).Hardware("10.0.0.3", h => h.Camera(0, "Yard")));

    public static SiteBuilder Secondary(string site = "b")
        => new SiteBuilder(site).Recorder("REC-B1", r => r.Storage("Standby", isDefault: true)
            .Hardware("10.0.0.1", h => h.Camera(0, "Gate").Microphone(0, "Gate mic")).Hardware("10.0.0.2", h => h.Camera(0, "Quay")).Drivers("5"));
}
