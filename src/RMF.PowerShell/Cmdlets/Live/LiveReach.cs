using RMF.Core.Inventory;
using RMF.Core.Live;
using RMF.Engine.Live;
using RMF.Engine.Ports;
using RMF.Engine.Runs;
using RMF.Engine.Runs.Setup;
using RMF.Policy;

namespace RMF.PowerShell.Cmdlets.Live;

/// <summary>The cameras and recording servers that orders may be about, and whether a side can show them.</summary>
internal sealed class LiveReach
{
    private readonly RedundancyPolicy policy;
    private readonly SyncContext? context;
    private readonly Dictionary<string, IFrameSource> frames;
    private readonly List<ReachedCamera> cameras = [];
    private readonly Dictionary<OrderTarget, ReachedCamera> byTarget = new();
    private readonly ManagedSet? words;

    /// <param name="policy">The policy.</param>
    /// <param name="context">Both sides as they were read; null when they could not be.</param>
    /// <param name="sites">The sites that answer.</param>
    public LiveReach(RedundancyPolicy policy, SyncContext? context, IEnumerable<ISite> sites)
    {
        this.policy = policy;
        this.context = context;
        frames = sites.ToDictionary(s => s.Info.Name, s => s.Frames, StringComparer.Ordinal);
        if (context is null)
        {
            return;
        }

        var input = context.Input;
        words = new ManagedSet(policy.Manage, input.Primary, input.Secondary, input.Pairs, context.Options.Naming, input.Topology);
        cameras.AddRange(input.Primary.OfKind(ItemKind.Camera).Select(c => new ReachedCamera(c, input.Pairs.Find(Side.Primary, c.Key)?.Secondary)));
        cameras.AddRange(input.Secondary.OfKind(ItemKind.Camera).Where(c => input.Pairs.Find(Side.Secondary, c.Key) is null).Select(c => new ReachedCamera(null, c)));
        cameras.ForEach(c => byTarget[c.Target] = c);
        Recorders =
        [
            .. input.Primary.OfKind(ItemKind.RecordingServer).Select(r => new OrderTarget(OverrideScope.Recorder, Side.Primary, r.Key.Id, r.Name)),
            .. input.Secondary.OfKind(ItemKind.RecordingServer).Select(r => new OrderTarget(OverrideScope.Recorder, Side.Secondary, r.Key.Id, r.Name)),
        ];
    }

    public IReadOnlyList<ReachedCamera> Cameras => cameras;

    public IReadOnlyList<OrderTarget> Recorders { get; } = [];

    /// <summary>The side that the policy prefers for a target, whoever looks.</summary>
    public Side Preferred(OrderTarget target)
        => target.Scope == OverrideScope.Camera && byTarget.TryGetValue(target, out var camera) ? Preferred(camera) : Of(policy.Live.Priority);

    /// <summary>The side that the policy prefers for a camera.</summary>
    public Side Preferred(ReachedCamera camera)
        => camera.Primary is { } item && words is not null ? Of(policy.Live.For(words.Subject(item, context!.Input.Primary), [], null).Priority) : Of(policy.Live.Priority);

    /// <summary>Whether the cameras that an order is about can be shown from a side. One question that cannot be answered stands for all where nothing was read.</summary>
    public IEnumerable<ServeQuestion> Questions(OverrideScope scope, string id, Func<ReachedCamera, Side> show)
        => context is null
            ? [new ServeQuestion("all cameras", null, "the sides could not be read, so nothing is known of them")]
            : cameras.Where(c => IsMeant(c, scope, id)).Select(c => Question(c, show(c)));

    private bool IsMeant(ReachedCamera camera, OverrideScope scope, string id) => scope switch
    {
        OverrideScope.Camera => camera.Primary?.Key.Id == id || camera.Secondary?.Key.Id == id,
        OverrideScope.Recorder => camera.IsOn && (RecorderOf(camera, Side.Primary)?.Key.Id == id || RecorderOf(camera, Side.Secondary)?.Key.Id == id),
        _ => camera.IsOn,
    };

    /// <summary>Whether one camera can be shown from a side.</summary>
    public ServeQuestion Question(ReachedCamera camera, Side side)
    {
        var name = camera.Target.Name;
        if (camera.Of(side) is not { } item)
        {
            return new(name, null, $"it has no counterpart on the {side.ToString().ToLowerInvariant()}");
        }

        if (!item.Properties.IsTrue("enabled"))
        {
            return new(name, null, "it is disabled there");
        }

        return RecorderOf(camera, side) is { } recorder && frames.TryGetValue(item.Key.Site, out var source)
            ? new(name, new TileSource(source, new FrameRequest(item.Key.Id, recorder.Key.Id), item.Key.Site), null)
            : new(name, null, "its recording server is not known");
    }

    private Item? RecorderOf(ReachedCamera camera, Side side)
        => camera.Of(side) is { } item ? (side == Side.Primary ? context!.Input.Primary : context!.Input.Secondary).RecorderOf(item.Key) : null;

    private static Side Of(PreferredSide side) => side == PreferredSide.Primary ? Side.Primary : Side.Secondary;
}
