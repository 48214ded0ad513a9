using RMF.Engine.Ports;
using RMF.SmartClient.Host.Sites;
using VideoOS.Platform;

namespace RMF.SmartClient.Host.Client;

/// <summary>
/// The items of all sites: the site of the log-in with the others below it, and a folder of cameras for each. A camera's FQID names its recording
/// server, and the management server as its parent, as the client's does. Immutable.
/// </summary>
internal sealed class CameraTree
{
    private readonly Dictionary<Guid, CameraPlace> places = [];

    public CameraTree(IReadOnlyList<ClientSite> sites)
    {
        Sites = [.. sites.Select(s => new Item(new FQID(s.ServerId, Guid.Empty, s.Id, FolderType.No, Kind.Server), s.Server.Name))];
        foreach (var child in Sites.Skip(1))
        {
            child.Parent = Sites[0];
            Sites[0].Children.Add(child);
        }

        Roots = [.. sites.Select(RootOf)];
    }

    public IReadOnlyList<Item> Sites { get; }

    public IReadOnlyList<Item> Roots { get; }

    public CameraPlace PlaceOf(Item camera) => places[camera.FQID.ObjectId];

    /// <summary>A camera by its name at a site.</summary>
    public Item Camera(ClientSite site, string name) => places.Values.Single(p => p.Site == site && p.Item.Name == name).Item;

    public Item Camera(Guid id) => places[id].Item;

    private Item RootOf(ClientSite site)
    {
        var root = new Item(new FQID(site.ServerId, Guid.Empty, site.Id, FolderType.SystemDefined, Kind.Server), site.Server.Name);
        var folder = new Item(new FQID(site.ServerId, site.Id, Guid.NewGuid(), FolderType.SystemDefined, Kind.Camera), "Cameras") { Parent = root };
        root.Children.Add(folder);
        var data = site.Server.Data;
        var hardware = data.List("hardware").ToDictionary(h => h.Id);
        foreach (var camera in data.List("cameras").Where(c => data.Get("cameras", c.Id.ToString(), "enabled") is true))
        {
            var device = hardware[camera.ParentId!.Value];
            if (data.Get("hardware", device.Id.ToString(), "enabled") is not true)
            {
                continue;
            }

            var recorder = site.Server.Recorders.Single(r => r.Id == device.ParentId);
            var at = new ServerId("XPCORS", site.Server.BaseUri.Scheme, site.Server.BaseUri.Host, recorder.Port, recorder.Id);
            var item = new Item(new FQID(at, site.Id, camera.Id, FolderType.No, Kind.Camera), camera.Name) { Parent = folder };
            folder.Children.Add(item);
            places[camera.Id] = new(site, item, new RecordedCamera(camera.Id.ToString(), recorder.Id.ToString()));
        }

        return root;
    }
}
