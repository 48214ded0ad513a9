using System.Globalization;
using RMF.Simulator.Security;
using RMF.Simulator.Store;

namespace RMF.Simulator.Building;

/// <summary>Makes roles, security namespaces and shared views.</summary>
internal sealed class AccessBuilder(SiteStore store, IdSource ids, Timestamp now)
{
    private const string CameraViewItem = "VideoOS.RemoteClient.Application.Data.ContentTypes.CameraContentType.CameraViewItem, VideoOS.RemoteClient.Application";

    public void Build(SiteObject root, WorldSite site)
    {
        foreach (var (id, name) in RoleRights.Namespaces)
        {
            var made = store.Add("securityNamespaces", Guid.Parse(id), root);
            made["displayName"] = name;
            made["name"] = name;
        }

        foreach (var group in site.ViewGroups)
        {
            ViewGroup(root, group, "viewGroups/" + group.Name);
        }

        // Roles may have permissions on view groups.
        foreach (var role in site.Roles)
        {
            Role(root, role);
        }
    }

    /// <summary>One tile with a camera, as the Smart Client writes it: the camera's id stands in two places.</summary>
    public static string TileOf(Guid id, Guid camera, string name) => string.Create(
        CultureInfo.InvariantCulture,
        $"<viewitem id=\"{id}\" displayname=\"Camera ViewItem\" shortcut=\"\" type=\"{CameraViewItem}\" smartClientId=\"{id}\"><iteminfo cameraid=\"{camera}\" lastknowncameradisplayname=\"{name}\" livestreamid=\"00000000-0000-0000-0000-000000000000\" imagequality=\"100\" framerate=\"0\" /><properties><property name=\"cameraid\" value=\"{camera}\" /><property name=\"framerate\" value=\"0\" /></properties></viewitem>");

    private void Role(SiteObject root, WorldRole role)
    {
        var made = store.Add("roles", ids.Of("roles/" + role.Name), root);
        made["displayName"] = role.Name;
        made["name"] = role.Name;
        made["description"] = role.Description;
        made["roleType"] = role.IsAdministrators ? "Adminstrative" : "UserDefined";
        made["lastModified"] = now;
        foreach (var user in role.Users)
        {
            var member = store.Add("users", ids.Of($"roles/{role.Name}/users/{user.Sid}"), made);
            member["displayName"] = user.Name;
            member["accountName"] = user.Name;
            member["domain"] = user.Domain;
            member["identityType"] = user.Type;
            member["sid"] = user.Sid;
        }

        var rights = RoleRights.Of(made);
        foreach (var (resource, permissions) in role.Others.Append(KeyValuePair.Create("cameras", role.Cameras)))
        {
            foreach (var item in store.All(resource))
            {
                foreach (var permission in permissions)
                {
                    rights.Set(item, permission, held: true);
                }
            }
        }
    }

    private void ViewGroup(SiteObject parent, WorldViewGroup group, string path)
    {
        var made = store.Add("viewGroups", ids.Of(path), parent);
        made["displayName"] = group.Name;
        made["name"] = group.Name;
        made["description"] = group.Description;
        made["lastModified"] = now;
        foreach (var view in group.Views)
        {
            View(made, view, $"{path}/views/{view.Name}");
        }

        foreach (var below in group.Groups)
        {
            ViewGroup(made, below, path + "/" + below.Name);
        }
    }

    private void View(SiteObject group, WorldView view, string path)
    {
        var made = store.Add("views", ids.Of(path), group);
        made["displayName"] = view.Name;
        made["name"] = view.Name;
        made["lastModified"] = now;
        made["viewLayoutType"] = "VideoOS.RemoteClient.Application.Data.ViewLayouts.ViewLayoutCustom, VideoOS.RemoteClient.Application";
        var width = 1000 / Math.Max(1, view.Cameras.Count);
        made["layoutViewItems"] = "<ViewItems>" + string.Concat(view.Cameras.Select((_, i) => string.Create(
            CultureInfo.InvariantCulture,
            $"<ViewItem><Position><X>{i * width}</X><Y>0</Y></Position><Size><Width>{width}</Width><Height>1000</Height></Size></ViewItem>"))) + "</ViewItems>";
        made["viewItem"] = view.Cameras.Select((name, i) =>
        {
            var camera = store.All("cameras").FirstOrDefault(c => string.Equals(c.Name, name, StringComparison.OrdinalIgnoreCase))
                ?? throw new ArgumentException($"The view '{view.Name}' shows '{name}', which names no camera.", nameof(view));
            var id = ids.Of(string.Create(CultureInfo.InvariantCulture, $"{path}/{i}"));
            return new Block(store.Contract.Blocks["viewItem"])
                .Set("displayName", string.Create(CultureInfo.InvariantCulture, $"Index {i}"))
                .Set("id", id.ToString())
                .Set("viewItemPosition", (long)i)
                .Set("viewItemDefinitionXml", TileOf(id, camera.Id, camera.Name));
        }).ToList();
    }
}
