using RMF.Simulator.Api;
using RMF.Simulator.Http;
using RMF.Simulator.Store;

namespace RMF.Simulator.Security;

/// <summary>
/// What the site's account may do with cameras. An account that no role names as a basic user may do everything, as may one of the administrators;
/// otherwise its roles' permissions count, for what operators do. Used under the store's lock.
/// </summary>
internal static class AccountRights
{
    public const string Presets = "PTZ_PRESETS";

    public static bool Lacks(SiteState state, SiteObject device, string permission)
    {
        var roles = state.Store.All("users")
            .Where(u => u["identityType"] is "BasicUser" && string.Equals(u["accountName"] as string, state.World.BasicUser, StringComparison.OrdinalIgnoreCase))
            .Select(u => u.Parent!)
            .ToList();
        return roles.Count > 0 && roles.TrueForAll(r => r["roleType"] is not "Adminstrative" && !RoleRights.Of(r).Has(device, permission));
    }

    /// <summary>The answer to a write of an object below a camera that the account may not make; null where it may.</summary>
    public static SimResponse? Refusal(SiteState state, string resource, SiteObject parent) =>
        resource == "ptzPresets" && Lacks(state, parent, Presets) ? Refused() : null;

    /// <summary>The answer to a task that the account may not run; null where it may.</summary>
    public static SimResponse? Refusal(SiteState state, SiteObject target, string task) => (target.Resource.Name, task) switch
    {
        ("ptzPresets", "Goto") when Lacks(state, target.Parent!, Presets) => Refused(),
        ("cameras", "DefaultPtzPreset") when Lacks(state, target, Presets) => Refused(),
        (_, "StartRecording") when Lacks(state, target, "START_RECORDING") => Refused(),
        (_, "StopRecording") when Lacks(state, target, "STOP_RECORDING") => Refused(),
        _ => null,
    };

    private static SimResponse Refused() => Answers.Error(403, "You do not have sufficient permissions to complete the operation.", textId: "VMO61008");
}
