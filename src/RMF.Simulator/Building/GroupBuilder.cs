using RMF.Simulator.Store;

namespace RMF.Simulator.Building;

/// <summary>Makes device groups and finds their members by name.</summary>
internal sealed class GroupBuilder(SiteStore store, IdSource ids, Timestamp now)
{
    public void Build(SiteObject root, string groups, string devices, IReadOnlyList<WorldGroup> listed)
    {
        if (listed.Count == 0)
        {
            return;
        }

        var byName = DeviceIndex.Of(store, devices);
        foreach (var group in listed)
        {
            Make(root, groups, group, groups + "/" + group.Name, byName);
        }
    }

    private void Make(SiteObject parent, string resource, WorldGroup group, string path, Dictionary<string, SiteObject?> byName)
    {
        var made = store.Add(resource, ids.Of(path), parent);
        made["displayName"] = group.Name;
        made["name"] = group.Name;
        made["description"] = group.Description;
        made["lastModified"] = now;
        foreach (var member in group.Members)
        {
            made.AddMember(byName.GetValueOrDefault(member)
                ?? throw new ArgumentException($"The group '{group.Name}' lists '{member}', which names no device or more than one. Write 'hardware name/channel' or 'recorder/address#channel' where names repeat.", nameof(group)));
        }

        foreach (var child in group.Groups)
        {
            Make(made, resource, child, path + "/" + child.Name, byName);
        }
    }
}
