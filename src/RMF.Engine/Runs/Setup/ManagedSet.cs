using System.Collections.Concurrent;
using RMF.Core.Inventory;
using RMF.Core.Pairing;
using RMF.Core.Planning;
using RMF.Policy;

namespace RMF.Engine.Runs.Setup;

/// <summary>
/// What the policy's <c>manage</c> selectors cover. A camera is judged by its primary item where it has one, so that both directions
/// touch the same cameras. Each camera is judged once. Thread-safe.
/// </summary>
public sealed class ManagedSet : IManagedSet
{
    private readonly ManagePolicy manage;
    private readonly SideView primary;
    private readonly SideView secondary;
    private readonly Correspondence pairs;
    private readonly ConcurrentDictionary<ItemKey, bool> judged = new();
    private readonly Lazy<ILookup<ItemKey, string>> groupPaths;

    public ManagedSet(ManagePolicy manage, SideView primary, SideView secondary, Correspondence pairs)
    {
        this.manage = manage;
        this.primary = primary;
        this.secondary = secondary;
        this.pairs = pairs;
        groupPaths = new Lazy<ILookup<ItemKey, string>>(ReadGroups);
    }

    public bool CoversEverything => manage.Include.Count == 0 && manage.Exclude.Count == 0;

    public bool CoversCamera(Item camera, SideView side)
    {
        if (CoversEverything)
        {
            return true;
        }

        var subject = side.Side == Side.Secondary && pairs.Find(Side.Secondary, camera.Key) is { } pair ? pair.Primary : camera;
        var view = ReferenceEquals(subject, camera) ? side : primary;
        return judged.GetOrAdd(subject.Key, _ => manage.Manages(Subject(subject, view)));
    }

    public bool CoversHardware(Item hardware, SideView side)
    {
        if (CoversEverything)
        {
            return true;
        }

        var cameras = side.ChildrenOf(hardware.Key, ItemKind.Camera);
        return cameras.Any(c => CoversCamera(c, side));
    }

    private SelectorSubject Subject(Item camera, SideView view)
    {
        var hardware = camera.Parent is { } parent ? view.Find(parent) : null;
        return new SelectorSubject
        {
            Name = camera.Name,
            GroupPaths = groupPaths.Value[camera.Key].ToList(),
            Recorder = view.RecorderOf(camera.Key) is { } recorder ? recorder.Key.Site + "/" + recorder.Name : null,
            Address = DeviceAddress.Parse(hardware?.Properties.TextOf("address"))?.Host,
            Model = hardware?.Properties.TextOf("model"),
        };
    }

    private ILookup<ItemKey, string> ReadGroups()
        => primary.OfKind(ItemKind.CameraGroup).Concat(secondary.OfKind(ItemKind.CameraGroup))
            .SelectMany(g => Members(g).Select(m => (Camera: m, Path: g.Properties.TextOf("path") ?? "/" + g.Name)))
            .ToLookup(m => m.Camera, m => m.Path);

    private static IEnumerable<ItemKey> Members(Item group)
        => group.Properties["members"] is ListValue list ? list.Items.OfType<Reference>().Select(r => r.Target) : [];
}
