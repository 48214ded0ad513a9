using RMF.Simulator.Contract;
using RMF.Simulator.Store;

namespace RMF.Simulator.Updates;

/// <summary>Which names must differ: groups of one level, storages of one recorder, presets and profiles of one camera. Devices may share a name.</summary>
internal static class Names
{
    private static readonly HashSet<string> Unique = new(StringComparer.Ordinal) { "storages", "archiveStorages", "ptzPresets", "patrollingProfiles" };

    public static string? Problem(SiteStore store, ResourceContract resource, SiteObject? parent, string name, SiteObject? except)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return "a name is expected.";
        }

        var isGroup = resource.FindChild(resource.Name) is not null;
        if (!isGroup && !Unique.Contains(resource.Name))
        {
            return null;
        }

        var siblings = parent?.Children(resource.Name) ?? store.All(resource);
        return siblings.Any(s => !ReferenceEquals(s, except) && string.Equals(s.Name, name, StringComparison.OrdinalIgnoreCase))
            ? "the name is in use."
            : null;
    }
}
