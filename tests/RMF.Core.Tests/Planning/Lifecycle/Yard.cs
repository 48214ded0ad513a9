using RMF.Core.Inventory;
using RMF.Core.Pairing;
using RMF.Core.Planning;
using RMF.Testing.Worlds;

namespace RMF.Core.Tests.Planning.Lifecycle;

/// <summary>
/// A small world for what happens to whole devices: two recording servers a side, linked one to one; two devices on the first, the same on both sides
/// and remembered.
/// </summary>
internal static class Yard
{
    public const string Crane = "secondary/REC-B1/10.0.0.1";

    public static readonly PlanningOptions All = SyncWorld.Backup with { Lifecycle = new LifecycleOptions(Add: true, Replace: true, Move: true, Delete: true) };

    public static readonly PlanningOptions Default = SyncWorld.Backup;

    public static readonly PlanningOptions Restore = All with { Direction = SyncDirection.Restore };

    public static SyncWorld New() => New(static w => w);

    /// <param name="before">What was so already when the two sides were paired.</param>
    public static SyncWorld New(Func<SyncWorld, SyncWorld> before) => Links(before(Unlinked()), manyToOne: false).Remember();

    /// <summary>Both primaries are protected by the first secondary.</summary>
    public static SyncWorld ManyToOne() => Links(Unlinked(), manyToOne: true).Remember();

    /// <summary>Another device answers behind the source's Crane.</summary>
    public static SyncWorld OtherMac(this SyncWorld world) => world.Set(Side.Primary, ItemKind.HardwareDriverSettings, "Crane", "macAddress", "00408C0000FF");

    public static SyncWorld OtherAddress(this SyncWorld world, Side side, string address) => world.Set(side, ItemKind.Hardware, "Crane", "address", $"http://{address}/");

    /// <summary>Crane hangs on another recording server of its side.</summary>
    public static SyncWorld Moved(this SyncWorld world, Side side, string recorder)
        => world.With(side, world.Site(side).With([world.Item(side, ItemKind.Hardware, "Crane") with { Parent = world.Item(side, ItemKind.RecordingServer, recorder).Key }]));

    /// <summary>The source does not have Crane any more.</summary>
    public static SyncWorld Deleted(this SyncWorld world, Side side)
    {
        var site = world.Site(side);
        var view = new SideView(side, [site], [.. site.OfKind(ItemKind.RecordingServer).Select(r => r.Key)]);
        var crane = world.Item(side, ItemKind.Hardware, "Crane").Key;
        var below = site.Items.Where(i => i.Key == crane || i.Parent == crane || (i.Parent is { } up && view.Find(up)?.Parent == crane)).ToHashSet();
        return world.With(side, new SiteSnapshot(site.Site, site.Version, site.TakenAt, [.. site.Items.Where(i => !below.Contains(i))], site.Parts));
    }

    public static string Plan(this SyncWorld world, PlanningOptions options, Func<PlanningInput, PlanningInput> with)
        => PlanLines.Of(world, new Planner(with(world.Input(options)), options).Plan());

    public static string Lines(this SyncWorld world, PlanningOptions? options = null) => world.Plan(options ?? All, static i => i);

    public static RememberedPair Remembered(this SyncWorld world, string hardware)
        => world.Memory.Pairs.Single(p => p.Primary.Kind == ItemKind.Hardware && (world.Primary.Find(p.Primary)?.Name == hardware || world.Secondary.Find(p.Secondary)?.Name == hardware));

    private static SyncWorld Unlinked() => SyncWorld.Of(
        new SiteBuilder("a").Recorder("REC-A1", r => Devices(r.Storage("Short", isDefault: true))).Recorder("REC-A2", r => r.Storage("Long", isDefault: true).Drivers("5", "6")),
        new SiteBuilder("b").Recorder("REC-B1", r => Devices(r.Storage("Standby", isDefault: true))).Recorder("REC-B2", r => r.Storage("Deep", isDefault: true).Drivers("5", "6")));

    private static SyncWorld Links(SyncWorld world, bool manyToOne) => world.Link("REC-A1", "REC-B1").Link("REC-A2", manyToOne ? "REC-B1" : "REC-B2");

    private static void Devices(RecorderBuilder recorder) => recorder.Drivers("5", "6")
        .Hardware("10.0.0.1", h => h.Named("Crane").Mac("00408C000001").Camera(0, "Crane cam").Microphone(0, "Crane mic"))
        .Hardware("10.0.0.2", h => h.Named("Mast").Mac("00408C000002").Camera(0, "Mast cam"));
}
