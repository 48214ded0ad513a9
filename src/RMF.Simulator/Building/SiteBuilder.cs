using RMF.Simulator.Store;

namespace RMF.Simulator.Building;

/// <summary>Turns a world's site into the objects that the interface serves.</summary>
internal sealed class SiteBuilder(SiteStore store, IdSource ids, Personality personality, Timestamp now)
{
    private readonly HardwareFactory factory = new(store, ids);

    public void Build(WorldSite site)
    {
        var root = store.Add("sites", ids.Of("site"), parent: null);
        root["displayName"] = site.Name;
        root["name"] = site.Name;
        root["description"] = site.Description;
        root["computerName"] = HostOf(site.Name);
        root["timeZone"] = site.TimeZone;
        root["version"] = ReleaseVersions.Of(personality).Site;
        root["lastStatusHandshake"] = now;
        root["lastModified"] = now;
        root["masterSiteAddress"] = site.Parent is null ? "" : AddressOf(site.Parent).AbsoluteUri;
        Children(root, site);
        foreach (var recorder in site.Recorders)
        {
            Recorder(root, recorder, site);
        }

        var licenses = store.Add("licenseInformations", ids.Of("licenses"), root);
        licenses["displayName"] = "XProtect " + site.Product;
        licenses["licenseProperties"] = new List<Block>();
        licenses.Extra = site.DeviceLicenses;
        var groups = new GroupBuilder(store, ids, now);
        groups.Build(root, "cameraGroups", "cameras", site.CameraGroups);
        groups.Build(root, "microphoneGroups", "microphones", site.MicrophoneGroups);
        groups.Build(root, "speakerGroups", "speakers", site.SpeakerGroups);
        groups.Build(root, "inputEventGroups", "inputEvents", site.InputEventGroups);
        groups.Build(root, "outputGroups", "outputs", site.OutputGroups);
        groups.Build(root, "metadataGroups", "metadata", site.MetadataGroups);
        new AccessBuilder(store, ids, now).Build(root, site);
    }

    /// <summary>A host name made of a name for people.</summary>
    public static string HostOf(string name) => string.Concat(name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));

    /// <summary>Where a site answers that no socket was opened for.</summary>
    public static Uri AddressOf(string site) => new($"http://{HostOf(site)}.sim.example/");

    private void Children(SiteObject parent, WorldSite site)
    {
        foreach (var child in site.Federation.ChildrenOf(site.Name))
        {
            var made = store.Add("childSites", Federation.IdOf(child), parent);
            made["displayName"] = child.Name;
            made["description"] = child.Description;
            made["lastModified"] = now;
            made["version"] = ReleaseVersions.Of(personality).Site;
            var address = store.Add("siteAddresses", ids.Of($"children/{child.Name}/address"), made);
            address["displayName"] = site.Federation.AddressOf(child).AbsoluteUri;
            address["url"] = site.Federation.AddressOf(child).AbsoluteUri;
            Children(made, child);
        }
    }

    private void Recorder(SiteObject root, WorldRecorder recorder, WorldSite site)
    {
        var path = "recorders/" + recorder.Name;
        var made = store.Add("recordingServers", ids.Of(path), root);
        var host = recorder.HostName ?? HostOf(recorder.Name) + ".sim.example";
        made["displayName"] = recorder.Name;
        made["name"] = recorder.Name;
        made["description"] = recorder.Description;
        made["enabled"] = Boxes.Of(recorder.Enabled);
        made["hostName"] = host;
        made["webServerUri"] = $"http://{host}:7563/";
        made["timeZoneName"] = recorder.TimeZone;
        made["version"] = ReleaseVersions.Of(personality).Recorder;
        made["lastModified"] = now;
        foreach (var model in site.Models.Models.GroupBy(m => m.DriverNumber).Select(g => g.First()))
        {
            Driver(made, model, path);
        }

        var storages = recorder.Storages.Count > 0 ? recorder.Storages : [new WorldStorage { Name = "Local default", IsDefault = true }];
        var first = storages.Any(s => s.IsDefault) ? null : storages[0];
        foreach (var storage in storages)
        {
            Storage(made, storage, storage.IsDefault || ReferenceEquals(storage, first), $"{path}/storages/{storage.Name}");
        }

        foreach (var hardware in recorder.Hardware)
        {
            factory.Create(made, hardware, $"{path}/hardware/{hardware.Address.Authority}", disabled: false, now);
        }
    }

    private void Driver(SiteObject recorder, DeviceModel model, string path)
    {
        var made = store.Add("hardwareDrivers", ids.Of($"{path}/drivers/{model.DriverNumber}"), recorder);
        made["displayName"] = model.DriverName;
        made["name"] = model.DriverName;
        made["groupName"] = model.DriverGroup;
        made["number"] = Boxes.Of((long)model.DriverNumber);
    }

    private void Storage(SiteObject recorder, WorldStorage storage, bool isDefault, string path)
    {
        var made = store.Add("storages", ids.Of(path), recorder);
        made["displayName"] = storage.Name;
        made["name"] = storage.Name;
        made["description"] = storage.Description;
        made["diskPath"] = storage.DiskPath;
        made["isDefault"] = Boxes.Of(isDefault);
        made["maxSize"] = Boxes.Of((long)storage.MaxSizeMB);
        made["retainMinutes"] = Boxes.Of((long)storage.RetainMinutes);
        made["createdDate"] = now;
        made["lastModified"] = now;
        foreach (var archive in storage.Archives)
        {
            var child = store.Add("archiveStorages", ids.Of($"{path}/archives/{archive.Name}"), made);
            child["displayName"] = archive.Name;
            child["name"] = archive.Name;
            child["diskPath"] = archive.DiskPath;
            child["maxSize"] = Boxes.Of((long)archive.MaxSizeMB);
            child["retainMinutes"] = Boxes.Of((long)archive.RetainMinutes);
            child["archiveSchedules"] = new Block(store.Contract.Blocks["archiveSchedule"]);
            child["createdDate"] = now;
            child["lastModified"] = now;
        }
    }
}
