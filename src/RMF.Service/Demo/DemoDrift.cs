using RMF.Simulator;

namespace RMF.Service.Demo;

/// <summary>Changes the secondary site behind RMF's back: what people do in Management Client on a Friday evening.</summary>
internal static class DemoDrift
{
    /// <summary>Returns one line for each value that was changed.</summary>
    /// <param name="isSettled">Whether both sides agree on all of a camera: drift is what leaves an agreement.</param>
    public static IReadOnlyList<string> Inject(SimulatedSite site, Func<Guid, bool> isSettled)
    {
        var told = new List<string>();
        var data = site.Data;
        void Set(string resource, Guid id, string path, object value, string what)
        {
            data.Set(resource, id.ToString(), path, value);
            told.Add($"{what}: {path} = {value}");
        }

        var cameras = data.List("cameras").Where(c => isSettled(c.Id) && data.Get("cameras", c.Id.ToString(), "enabled") is true).OrderBy(c => c.Name, StringComparer.Ordinal).ToList();
        Set("cameras", cameras[0].Id, "name", cameras[0].Name + " (old)", cameras[0].Name);
        Set("cameras", cameras[1].Id, "recordingEnabled", false, cameras[1].Name);
        Set("cameras", cameras[2].Id, "recordingFramerate", 1, cameras[2].Name);
        Set("cameras", cameras[3].Id, "enabled", false, cameras[3].Name);
        told.AddRange(data.List("cameraGroups").Where(g => data.Members("cameraGroups", g.Id.ToString(), "cameras").Any(m => m.Id == cameras[3].Id))
            .Select(g => $"group {g.Name}: does not show {cameras[3].Name} any more, because it is disabled"));
        Set("settings", cameras[4].Id, "stream[0].FPS", 1, cameras[4].Name + ", settings");
        Set("streams", cameras[5].Id, "stream[0].liveMode", "Never", cameras[5].Name + ", streams");
        Set("motionDetections", cameras[6].Id, "threshold", 9999, cameras[6].Name + ", motion");
        var other = data.List("storages").First(s => !Same(s.Id, data.Get("cameras", cameras[7].Id.ToString(), "recordingStorage")?.ToString()));
        Set("cameras", cameras[7].Id, "recordingStorage", other.Id, cameras[7].Name);
        var hardware = data.List("hardware").OrderBy(h => h.Name, StringComparer.Ordinal).First();
        Set("hardware", hardware.Id, "description", "moved to pole 7", hardware.Name);
        foreach (var kind in (string[])["microphones", "speakers", "metadata", "inputEvents", "outputs"])
        {
            var device = data.List(kind).Where(d => data.Get(kind, d.Id.ToString(), "enabled") is true).OrderBy(d => d.Name, StringComparer.Ordinal).First();
            Set(kind, device.Id, "shortName", "old", device.Name);
        }

        var masked = data.List("privacyProtections").First(p => p.Id == cameras[8].Id);
        Set("privacyProtections", masked.Id, "enabled", data.Get("privacyProtections", masked.Id.ToString(), "enabled") is not true, cameras[8].Name + ", privacy");
        SiteItems(data, told);
        return told;
    }

    /// <summary>A device group, a role with a permission, and a view, where the site has them.</summary>
    private static void SiteItems(SiteData data, List<string> told)
    {
        if (data.List("cameraGroups").FirstOrDefault(g => data.Members("cameraGroups", g.Id.ToString(), "cameras").Count > 0) is { } group)
        {
            var member = data.Members("cameraGroups", group.Id.ToString(), "cameras")[0];
            data.RemoveMember("cameraGroups", group.Id.ToString(), "cameras", member.Id.ToString());
            told.Add($"group {group.Name}: {member.Name} taken out");
        }

        if (data.List("roles").FirstOrDefault(r => data.Get("roles", r.Id.ToString(), "roleType") is not "Adminstrative") is { } role)
        {
            data.Set("roles", role.Id.ToString(), "allowWebClientLogOn", value: false);
            told.Add($"role {role.Name}: allowWebClientLogOn = False");
            var camera = data.List("cameras").OrderBy(c => c.Name, StringComparer.Ordinal).First();
            data.SetPermission(role.Name, "cameras", camera.Id.ToString(), "EXPORT", held: true);
            told.Add($"role {role.Name}: EXPORT on {camera.Name}");
        }

        if (data.List("views").OrderBy(v => v.Name, StringComparer.Ordinal).FirstOrDefault() is { } view)
        {
            data.Set("views", view.Id.ToString(), "shortcut", "7");
            told.Add($"view {view.Name}: shortcut = 7");
        }
    }

    /// <summary>A reference reads as its id.</summary>
    private static bool Same(Guid id, string? reference) => reference is not null && reference.EndsWith(id.ToString(), StringComparison.OrdinalIgnoreCase);
}
