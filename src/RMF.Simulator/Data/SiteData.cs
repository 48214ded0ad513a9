using RMF.Simulator.Api;
using RMF.Simulator.Building;
using RMF.Simulator.Contract;
using RMF.Simulator.Data;
using RMF.Simulator.Security;
using RMF.Simulator.Store;
using RMF.Simulator.Updates;

namespace RMF.Simulator;

/// <summary>
/// A site's objects without its interface: for tests and demonstrations that change a site behind its client's back. A change moves
/// lastModified as XProtect would: on the changed object where it has one, so not for streams and settings. Thread-safe.
/// Objects are named by id or by name; streams, settings and the like by their device's.
/// </summary>
public sealed class SiteData
{
    private readonly SiteState state;
    private readonly Action settle;

    internal SiteData(SiteState state, Action settle)
    {
        this.state = state;
        this.settle = settle;
    }

    /// <summary>All objects of a resource.</summary>
    /// <exception cref="ArgumentException">There is no such resource.</exception>
    public IReadOnlyList<DataItem> List(string resource) => Read(() => (IReadOnlyList<DataItem>)[.. All(resource).Select(Describe)]);

    /// <summary>The object, or null where none or more than one fits.</summary>
    public DataItem? Find(string resource, string nameOrId) => Read(() => Lookup(resource, nameOrId, out _) is { } found ? Describe(found) : null);

    /// <summary>
    /// A value by path: <c>enabled</c>, <c>stream[0].FPS</c>, <c>recordingStorage</c>. Strings, bool, long, double, DateTimeOffset; a
    /// reference is its id.
    /// </summary>
    /// <exception cref="ArgumentException">No such resource, object or property; or the name is not unique.</exception>
    public object? Get(string resource, string nameOrId, string path) => Read(() => PropertyPath.Get(Need(resource, nameOrId), path));

    /// <summary>Sets a value by path; read-only properties too. Numbers may be given as text.</summary>
    /// <exception cref="ArgumentException">No such resource, object or property, or the value does not fit it.</exception>
    public void Set(string resource, string nameOrId, string path, object value) => Write(() => SetOne(state.Store.Keep(Need(resource, nameOrId)), path, value));

    /// <summary>Sets one property of many objects at once; the function gives each its value. Returns how many there were.</summary>
    /// <param name="resource">Which resource.</param>
    /// <param name="where">Which of its objects.</param>
    /// <param name="path">Which property.</param>
    /// <param name="value">The new value, from the object and the old value.</param>
    public int SetMany(string resource, Func<DataItem, bool> where, string path, Func<DataItem, object?, object> value) => Write(() =>
    {
        var count = 0;
        foreach (var item in All(resource).Where(i => where(Describe(i))).ToList())
        {
            SetOne(item, path, value(Describe(item), PropertyPath.Get(item, path)));
            count++;
        }

        return count;
    });

    /// <summary>Removes an object with all that hangs on it. Returns false when there was none.</summary>
    public bool Remove(string resource, string nameOrId) => Write(() =>
    {
        if (Lookup(resource, nameOrId, out _) is not { } item)
        {
            return false;
        }

        switch (item.Resource.Name)
        {
            case "hardware":
                HardwareFactory.Leave(item);
                break;
            case "ptzPresets":
                PatrollingUpdate.Forget(item);
                break;
        }

        state.Store.Remove(item);
        return true;
    });

    /// <summary>Adds hardware to a recorder as the world file would: with the switches and values it carries.</summary>
    /// <exception cref="ArgumentException">No such recorder, or it has hardware at that address.</exception>
    public DataItem AddHardware(string recorder, WorldHardware hardware) => Write(() =>
    {
        var parent = Need("recordingServers", recorder);
        if (RecorderState.Of(parent).IsTaken(hardware.Address))
        {
            throw new ArgumentException($"'{parent.Name}' has hardware at {hardware.Address}.", nameof(hardware));
        }

        state.World.Network.Connect(hardware.Device);
        var made = state.Hardware.Create(parent, hardware, $"made/{state.Ids.Next()}", disabled: false, state.Now);
        state.Recordings.Born(made);
        return Describe(made);
    });

    /// <summary>Adds an object below another: a storage, a group, a preset. Values by property name.</summary>
    /// <param name="resource">What to add.</param>
    /// <param name="parentResource">Where it hangs; <c>sites</c> for a top group.</param>
    /// <param name="parent">Name or id there; empty for the site.</param>
    /// <param name="values">Its properties; <c>name</c> at least.</param>
    public DataItem Add(string resource, string parentResource, string parent, IReadOnlyDictionary<string, object> values) => Write(() =>
    {
        var above = parentResource == "sites" ? state.Site : Need(parentResource, parent);
        if (above.Resource.FindChild(resource) is not { Members: false, Single: false } child || resource == "hardware")
        {
            throw new ArgumentException($"{resource} cannot be added to {parentResource}.", nameof(resource));
        }

        var made = state.Store.Add(child.Resource.Name, state.Ids.Next(), above);
        foreach (var list in made.Resource.Fields.Where(f => f.Type == FieldType.Blocks))
        {
            made[list.Name] = new List<Block>();
        }

        foreach (var (name, value) in values)
        {
            SetOne(made, name, value);
        }

        return Describe(made);
    });

    /// <summary>Puts a device into a group.</summary>
    public void AddMember(string groups, string group, string devices, string device) => Write(() =>
    {
        var (listing, member) = (Need(groups, group), Need(devices, device));
        if (member.ListedBy?.Contains(listing) != true)
        {
            listing.AddMember(member);
            listing["lastModified"] = state.Now;
        }

        return true;
    });

    /// <summary>The devices that a group lists, in its order.</summary>
    public IReadOnlyList<DataItem> Members(string groups, string group, string devices)
        => Read(() => (IReadOnlyList<DataItem>)[.. Need(groups, group).Children(devices).Select(Describe)]);

    /// <summary>Takes a device out of a group.</summary>
    public void RemoveMember(string groups, string group, string devices, string device) => Write(() =>
    {
        var listing = Need(groups, group);
        listing.RemoveMember(Need(devices, device));
        listing["lastModified"] = state.Now;
        return true;
    });

    /// <summary>Whether a role has a permission on an object, e.g. <c>VIEW_LIVE</c> on a camera.</summary>
    public bool Permission(string role, string resource, string item, string permission) => Read(() => RoleRights.Of(Need("roles", role)).Has(Need(resource, item), permission));

    /// <summary>Gives a role a permission on an object, or takes it.</summary>
    public void SetPermission(string role, string resource, string item, string permission, bool held) => Write(() =>
    {
        RoleRights.Of(Need("roles", role)).Set(Need(resource, item), permission, held);
        return true;
    });

    /// <summary>A role's permission on all objects of a security namespace: <c>None</c>, <c>Allow</c> or <c>Deny</c>.</summary>
    public string OverallPermission(string role, string securityNamespace, string permission)
        => Read(() => RoleRights.Of(Need("roles", role)).Overall(Need("securityNamespaces", securityNamespace).Id, permission));

    /// <summary>Sets it.</summary>
    public void SetOverallPermission(string role, string securityNamespace, string permission, string value) => Write(() =>
    {
        RoleRights.Of(Need("roles", role)).SetOverall(Need("securityNamespaces", securityNamespace).Id, permission, value);
        return true;
    });

    private static DataItem Describe(SiteObject item)
    {
        var named = item.Resource.FieldAt("name") < 0 && item.Parent is { } device ? device : item;
        return new DataItem(item.Resource.Name, item.Id, named.Name, item.Parent?.Resource.Name, item.Parent?.Id);
    }

    private bool SetOne(SiteObject item, string path, object value)
    {
        if (item.Extra is HardwareState && path == "address")
        {
            SetAddress(item, Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "");
        }
        else
        {
            PropertyPath.Set(item, path, value);
        }

        if (path == "name")
        {
            item["displayName"] = item["name"];
        }

        if (item.Resource.FieldAt("lastModified") >= 0 && path != "lastModified")
        {
            item["lastModified"] = state.Now;
        }

        return true;
    }

    private static void SetAddress(SiteObject hardware, string text)
    {
        var address = DeviceAddress.Parse(text) ?? throw new ArgumentException($"'{text}' is not an address.", nameof(text));
        var recorder = RecorderState.Of(hardware.Parent!);
        if (recorder.IsTaken(address, except: hardware))
        {
            throw new ArgumentException($"The recorder has hardware at {address}.", nameof(text));
        }

        recorder.Drop(hardware);
        hardware["address"] = address.AbsoluteUri;
        recorder.Put(hardware);
    }

    private IReadOnlyList<SiteObject> All(string resource) => state.Store.All(state.Store.Contract.Find(resource)
        ?? throw new ArgumentException($"There is no resource '{resource}'.", nameof(resource)));

    private SiteObject Need(string resource, string nameOrId) => Lookup(resource, nameOrId, out var count) ?? (count == 0 ? LazyParts.Find(state.Store, resource, nameOrId) : null)
        ?? throw new ArgumentException(count == 0 ? $"{state.World.Name} has no '{nameOrId}' among its {resource}." : $"{count} {resource} of {state.World.Name} are called '{nameOrId}': name it by id.", nameof(nameOrId));

    private SiteObject? Lookup(string resource, string nameOrId, out int count)
    {
        var all = All(resource);
        if (Guid.TryParse(nameOrId, out var id))
        {
            var one = state.Store.Find(resource, id);
            count = one is null ? 0 : 1;
            return one;
        }

        var named = all.Where(i => string.Equals(Describe(i).Name, nameOrId, StringComparison.OrdinalIgnoreCase)).ToList();
        count = named.Count;
        return count == 1 ? named[0] : null;
    }

    private T Read<T>(Func<T> reading)
    {
        settle();
        return state.Store.Read(reading);
    }

    private T Write<T>(Func<T> writing)
    {
        settle();
        return state.Store.Write(writing);
    }
}
