using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Planning;
using RMF.Testing;
using RMF.Testing.Worlds;

namespace RMF.Core.Tests.Planning.SiteItems;

/// <summary>What a plan says of the permissions of roles on devices and view groups.</summary>
public sealed class PermissionPlanningTests
{
    private const string Gate = "secondary/REC-B1/10.0.0.1/camera[0]/permissions";

    private static readonly ItemKind[] Kinds = [.. KindTable.All.Where(k => k.Stage == SyncStage.Permission).Select(k => k.Kind)];

    [Fact]
    public void What_a_role_may_do_is_written_on_devices_of_both_sides_on_new_ones_and_for_new_roles()
    {
        var world = Docks.Of(
            s => s.Role("Guards").Role("Night").ViewGroup("/Walls")
                .Permissions("Gate", "Guards=VIEW_LIVE=True", "Night=PLAYBACK=True")
                .Permissions("Quay", "Guards=VIEW_LIVE=True", "Night=")
                .Permissions("Yard", "Guards=PTZ=True", "Night=")
                .Permissions(ItemKind.MicrophonePermissions, ItemKind.Microphone, "Gate mic", "Guards=LISTEN=True")
                .Permissions(ItemKind.ViewGroupPermissions, ItemKind.ViewGroup, "/Walls", "Guards=READ=True"),
            s => s.Role("Guards").Role("Local")
                .Permissions("Gate", "Guards=", "Local=VIEW_LIVE=True")
                .Permissions("Quay", "Guards=VIEW_LIVE=True")
                .Permissions(ItemKind.MicrophonePermissions, ItemKind.Microphone, "Gate mic", "Guards="));
        Approved.Matches(Lines(world), "permissions.txt");
    }

    [Fact]
    public void Permissions_on_a_view_group_of_both_sides_stand_at_its_path()
    {
        static SiteBuilder Site(SiteBuilder site, string may) => site.Role("Guards").ViewGroup("/Walls").ViewGroup("/Walls/North").Permissions(ItemKind.ViewGroupPermissions, ItemKind.ViewGroup, "/Walls/North", "Guards=" + may);
        var world = Docks.Of(s => Site(s, "READ=True"), s => Site(s, ""));
        var id = world.Item(Side.Secondary, ItemKind.Role, "Guards").Key.Id;
        Assert.Equal(
            $$"""
            Update secondary/viewGroup/Walls/North/viewGroupPermissions
              ViewGroupPermissions 'North', FirstSight: a/ -> b/
              stage Permission by Task
                roles[{{id}}].permissions: '' -> 'READ=True', FirstSight

            """,
            Lines(world));
    }

    [Fact]
    public void With_a_memory_the_plan_says_who_changed_them()
    {
        static SiteBuilder Site(SiteBuilder site, string may) => site.Role("Guards").Permissions("Gate", "Guards=" + may);
        var agreed = Docks.Of(s => Site(s, "PTZ=True"), s => Site(s, "PTZ=True")).Remember(Docks.Options);
        Assert.Equal(ChangeReason.SourceChanged, Only(agreed with { Primary = Site(Docks.Primary(), "").Build() }).Reason);
        Assert.Equal(ChangeReason.TargetDrifted, Only(agreed with { Secondary = Site(Docks.Secondary(), "").Build() }).Reason);
        Assert.Equal("", Lines(agreed));
    }

    [Fact]
    public void What_a_new_role_may_do_waits_for_the_role_and_what_it_may_not_do_is_not_told()
    {
        var world = Docks.Of(s => s.Role("Night").Permissions("Gate", "Night=PTZ=True").Permissions("Quay", "Night="), s => s.Permissions("Gate").Permissions("Quay"));
        Assert.Equal(
            $$"""
            Update {{Gate}}#after/secondary/role/Night
              at {{Gate}}
              CameraPermissions 'Gate', FirstSight: a/ -> b/
              stage Permission by Task
              after secondary/role/Night
                roles[secondary/role/Night].permissions: absent -> 'PTZ=True', FirstSight
                roles[secondary/role/Night].role: absent -> (pending secondary/role/Night), FirstSight

            """,
            Lines(world));
    }

    [Fact]
    public void Nothing_is_told_of_a_known_role_that_may_do_nothing_unless_the_target_says_otherwise()
    {
        static SiteBuilder Site(SiteBuilder site, string may) => site.Role("Guards").Permissions("Gate", "Guards=" + may);
        Assert.Equal("", Lines(Docks.Of(s => Site(s, ""), s => Site(s, ""))));
        Assert.Equal(Scalar.Empty, Assert.Single(Only(Docks.Of(s => Site(s, ""), s => Site(s, "PTZ=True"))).Properties).After);
    }

    [Fact]
    public void What_was_not_read_is_unknown_on_either_side()
    {
        static SiteBuilder Read(SiteBuilder site) => site.Role("Guards").Permissions("Gate", "Guards=PTZ=True");
        static SiteBuilder Unread(SiteBuilder site) => site.Role("Guards").Unread(ItemKind.CameraPermissions, site.Build().OfKind(ItemKind.Camera)[0].Key.Id, "time-out");
        Assert.Equal($"Unknown {Gate}\n  a/CameraPermissions/ID since 2026-01-01: time-out\n", WithoutId(Lines(Docks.Of(Unread, Read))));
        Assert.Equal($"Unknown {Gate}\n  b/CameraPermissions/ID since 2026-01-01: time-out\n", WithoutId(Lines(Docks.Of(Read, Unread))));
        Assert.Equal("", Lines(Docks.Of(Read, s => s.Role("Guards"))));
        Assert.Equal("", Lines(Docks.Of(s => s.Role("Guards"), Read)));
    }

    [Fact]
    public void Only_managed_devices_are_compared_and_a_device_without_a_counterpart_is_not()
    {
        static SiteBuilder Site(SiteBuilder site, string may) => site.Role("Guards").Permissions("Gate", "Guards=" + may).Permissions("Quay", "Guards=" + may);
        var world = Docks.Of(s => Site(s, "PTZ=True").Permissions("Yard", "Guards=PTZ=True"), s => Site(s, ""));
        Assert.Equal(["secondary/REC-B1/10.0.0.2/camera[0]/permissions"], Ids(world, Docks.Options with { Managed = new OnlyCameras("Quay") }));
        Assert.Equal([Gate, "secondary/REC-B1/10.0.0.2/camera[0]/permissions"], Ids(world, Docks.Options with { Lifecycle = new LifecycleOptions(Add: false) }));
        Assert.Empty(Ids(world, Docks.Options with { Categories = [SyncCategory.Groups, SyncCategory.RoleDevices] }));
    }

    [Fact]
    public void The_permissions_of_a_view_group_do_not_follow_the_selectors_of_cameras()
    {
        static SiteBuilder Site(SiteBuilder site, string may) => site.Role("Guards").ViewGroup("/Walls").Permissions(ItemKind.ViewGroupPermissions, ItemKind.ViewGroup, "/Walls", "Guards=" + may);
        Assert.Single(Ids(Docks.Of(s => Site(s, "READ=True"), s => Site(s, "")), Docks.Options with { Managed = new OnlyCameras() }));
    }

    [Fact]
    public void A_restore_writes_them_on_the_primary()
    {
        static SiteBuilder Site(SiteBuilder site, string may) => site.Role("Guards").Permissions("Gate", "Guards=" + may);
        Assert.Equal(["primary/REC-A1/10.0.0.1/camera[0]/permissions"], Ids(Docks.Of(s => Site(s, ""), s => Site(s, "PTZ=True")), Docks.Restore));
    }

    private static string WithoutId(string lines) => System.Text.RegularExpressions.Regex.Replace(lines, "[0-9a-f]{8}-[0-9a-f-]+", "ID", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));

    private static List<string> Ids(SyncWorld world, PlanningOptions options) => [.. world.Plan(options).Changes.Where(c => Kinds.Contains(c.Kind)).Select(c => c.Id)];

    private static Change Only(SyncWorld world) => Assert.Single(world.Plan(Docks.Options).Changes, c => Kinds.Contains(c.Kind));

    private static string Lines(SyncWorld world) => PlanLines.Of(world, world.Plan(Docks.Options), Kinds);
}
