using RMF.Core.Inventory;
using RMF.Core.Planning;
using RMF.Engine.Runs;
using RMF.Simulation.Tests.Lab;
using RMF.Simulator;

namespace RMF.Simulation.Tests.Kinds;

/// <summary>What roles may do with each kind of device and with view groups, over requests.</summary>
[Trait("Proof", "kinds")]
public sealed class PermissionKindTests
{
    private const string On = "synchronize: { roles: { include: [Guards] } }";

    public static TheoryData<string, string, ItemKind, string> Objects() => new()
    {
        { "cameras", "Hall", ItemKind.CameraPermissions, "PTZ_PRESETS" },
        { "microphones", "Hall microphone", ItemKind.MicrophonePermissions, "EXPORT" },
        { "speakers", "Hall speaker", ItemKind.SpeakerPermissions, "EXPORT" },
        { "metadata", "Hall metadata", ItemKind.MetadataPermissions, "EXPORT" },
        { "inputEvents", "Hall input", ItemKind.InputEventPermissions, "GENERIC_READ" },
        { "outputs", "Hall output", ItemKind.OutputPermissions, "OUTPUT_ACTIVATE" },
        { "viewGroups", "All", ItemKind.ViewGroupPermissions, "GENERIC_WRITE" },
    };

    [Theory]
    [MemberData(nameof(Objects))]
    public async Task A_permission_is_copied_to_what_the_same_plan_makes_and_its_drift_is_repaired(string resource, string name, ItemKind kind, string permission)
    {
        await using var duo = await StartAsync();
        duo.Primary.Data.SetPermission("Guards", resource, name, permission, held: true);
        var first = await duo.SyncAsync();
        Assert.True(first.Result == RunResultCode.InWantedState, Duo.Describe(first));
        Assert.True(duo.Secondary.Data.Permission("Guards", resource, name, permission));
        Assert.Empty((await duo.PlanAsync()).Plan.Changes);

        duo.Secondary.Data.SetPermission("Guards", resource, name, permission, held: false);
        var run = await duo.PlanAsync();
        var change = Assert.Single(run.Plan.Changes);
        Assert.Equal((kind, ChangeAction.Update, ChangeReason.TargetDrifted), (change.Kind, change.Action, change.Reason));
        var report = await duo.ApplyAsync(run);
        Assert.True(report.Result == RunResultCode.InWantedState, Duo.Describe(report));
        Assert.True(duo.Secondary.Data.Permission("Guards", resource, name, permission));
        Assert.Empty((await duo.PlanAsync()).Plan.Changes);
    }

    [Fact]
    public async Task Permissions_of_other_devices_are_not_read_where_the_policy_switches_them_off()
    {
        await using var duo = await StartAsync("synchronize: { roles: { include: [Guards], otherDevices: false }, views: false }");
        await duo.SyncAsync();
        var tasks = duo.Primary.Requests.List().Where(r => r.Route.EndsWith("task=ChangeSecurityPermissions", StringComparison.Ordinal)).Select(r => r.Route).Distinct(StringComparer.Ordinal);
        Assert.Equal(["POST /cameras/{id}?task=ChangeSecurityPermissions"], tasks);
    }

    private static async Task<Duo> StartAsync(string on = On)
    {
        var world = KindWorld.Make();
        var guards = new WorldRole { Name = "Guards", Cameras = ["VIEW_LIVE"], Others = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["viewGroups"] = ["GENERIC_READ"] } };
        var views = new WorldViewGroup { Name = "All", Views = [new("Hall", ["Hall"])] };
        var sites = world.Sites.Select((s, i) => i == 0 ? s with { Roles = [guards], ViewGroups = [views] } : s);
        return await Duo.StartAsync(new World("permissions", sites, world.Seed, models: world.Models), d => Texts.TwoSites(d, on));
    }
}
