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
    private readonly INaming naming;
    private readonly Topology? topology;
    private readonly IReadOnlyDictionary<string, ItemKey>? mapped;
    private readonly ConcurrentDictionary<ItemKey, bool> judged = new();
    private readonly Lazy<ILookup<ItemKey, string>> groupPaths;

    /// <param name="naming">The naming pattern, for secondary cameras without a pair: they are judged by the name that their primary had.</param>
    /// <param name="topology">The links, for the recording server that they are judged by.</param>
    /// <param name="mapped">Mode manual: the secondary recording server of each mapped camera, by name; no other camera is covered.</param>
    public ManagedSet(ManagePolicy manage, SideView primary, SideView secondary, Correspondence pairs, INaming? naming = null, Topology? topology = null, IReadOnlyDictionary<string, ItemKey>? mapped = null)
    {
        this.naming = naming ?? SameNames.Instance;
        this.topology = topology;
        this.mapped = mapped;
        this.manage = manage;
        this.primary = primary;
        this.secondary = secondary;
        this.pairs = pairs;
        groupPaths = new Lazy<ILookup<ItemKey, string>>(() => CameraGroupPaths.Of(primary, secondary));
    }

    public bool CoversEverything => manage.Include.Count == 0 && manage.Exclude.Count == 0 && mapped is null;

    public bool CoversCamera(Item camera, SideView side)
    {
        if (CoversEverything)
        {
            return true;
        }

        var subject = side.Side == Side.Secondary && pairs.Find(Side.Secondary, camera.Key) is { } pair ? pair.Primary : camera;
        var view = ReferenceEquals(subject, camera) ? side : primary;
        return judged.GetOrAdd(subject.Key, _ => IsMapped(subject, view) && manage.Manages(Subject(subject, view)));
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

    /// <summary>A camera in the words that selectors use.</summary>
    public SelectorSubject Subject(Item camera, SideView view)
    {
        var hardware = camera.Parent is { } parent ? view.Find(parent) : null;
        return new SelectorSubject
        {
            Name = PrimaryName(camera, view),
            GroupPaths = groupPaths.Value[camera.Key].ToList(),
            Recorder = PrimaryRecorder(camera, view) is { } recorder ? recorder.Key.Site + "/" + recorder.Name : null,
            Address = DeviceAddress.Parse(hardware?.Properties.TextOf("address"))?.Host,
            Model = hardware?.Properties.TextOf("model"),
        };
    }

    private string PrimaryName(Item camera, SideView view)
        => view.Side == Side.Secondary && naming.TryToPrimary(camera.Name, out var name) ? name : camera.Name;

    /// <summary>A secondary camera without a pair is judged by the one primary recording server that its own serves, where there is only one.</summary>
    private Item? PrimaryRecorder(Item camera, SideView view)
    {
        var own = view.RecorderOf(camera.Key);
        return view.Side == Side.Secondary && own is not null && topology?.LinksOfSecondary(own.Key) is { Count: 1 } links ? primary.Find(links[0].Primary) ?? own : own;
    }

    private bool IsMapped(Item camera, SideView view)
        => mapped is null || (mapped.TryGetValue(PrimaryName(camera, view), out var on) && (view.Side == Side.Primary || view.RecorderOf(camera.Key)?.Key == on));
}
