using System.Globalization;
using RMF.Simulator.Contract;
using RMF.Simulator.Store;

namespace RMF.Simulator.Building;

/// <summary>Parts of devices that a site holds for every device and hardly anybody changes: made when they are changed, answered with their defaults before.</summary>
internal static class LazyParts
{
    private static readonly string[] CameraEvents = ["Motion", "Tampering"];
    private static readonly string[] Related = ["microphones", "speakers", "metadata"];

    /// <summary>The child of a device as it is answered. Used under the read lock.</summary>
    public static SiteObject Of(SiteStore store, ChildContract child, SiteObject parent) => store.Find(child.Resource, parent.Id) ?? Make(store, child.Resource, parent);

    /// <summary>The part of the one device that has a name or id. Used under a lock.</summary>
    /// <returns>Null when there is no such part, or more than one device is called so.</returns>
    public static SiteObject? Find(SiteStore store, string resource, string nameOrId)
    {
        var isId = Guid.TryParse(nameOrId, out var id);
        var found = store.Contract.Resources.SelectMany(r => r.Children.Where(c => c.Lazy && c.Resource.Name == resource).Select(c => (Owner: r, Child: c)))
            .SelectMany(p => store.All(p.Owner).Where(o => isId ? o.Id == id : string.Equals(o.Name, nameOrId, StringComparison.OrdinalIgnoreCase)).Select(o => (o, p.Child)))
            .Take(2).ToList();
        return found.Count == 1 ? Of(store, found[0].Child, found[0].o) : null;
    }

    private static SiteObject Make(SiteStore store, ResourceContract resource, SiteObject parent)
    {
        var made = new SiteObject(resource, parent.Id, parent);
        switch (resource.Name)
        {
            case "licenseDetails":
                made["activated"] = Licenses.Of(store, parent).Activated.ToString(CultureInfo.InvariantCulture);
                made["inGrace"] = Boxes.Of(Licenses.Of(store, parent).InGrace);
                break;
            case "licenseOverviewAll":
                made["activated"] = Licenses.Of(store, parent).ToString();
                break;
            case "licenseInstalledProducts":
                made["displayName"] = parent["displayName"];
                made["productDisplayName"] = parent["displayName"];
                break;
            case "hardwareDeviceEvents":
                made["lastModified"] = parent["lastModified"];
                made["hardwareDeviceEvents"] = (parent.Resource.Name == "cameras" ? CameraEvents : []).Select(e => Named("deviceEvent", e)).ToList();
                break;
            case "clientSettings":
                made["related"] = parent.Resource.Name != "cameras" ? [] : Related
                    .SelectMany(r => parent.Parent!.Children(r).Where(d => Equals(d["channel"], parent["channel"])).Select(d => new Reference(r, d.Id))).ToList();
                break;
            case "hardwarePtzSettings":
                made["hardwarePtzDeviceSettings"] = parent.Children("cameras")
                    .Select((c, i) => Named("ptzPort", c.Name).Set("ptzDeviceID", Boxes.Of(i + 1L)).Set("ptzEnabled", Boxes.Of(c["ptzEnabled"] is true))).ToList();
                break;
        }

        return made;
    }

    private static Block Named(string shape, string name) => new Block(ApiContract.Current.Blocks[shape]).Set("displayName", name);
}
