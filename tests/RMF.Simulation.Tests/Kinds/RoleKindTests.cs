using System.Globalization;
using RMF.Core.Inventory;
using RMF.Core.Planning;
using RMF.Engine.Runs;
using RMF.Simulation.Tests.Lab;
using RMF.Simulator;
using Xunit.Abstractions;

namespace RMF.Simulation.Tests.Kinds;

/// <summary>Roles over requests: made, filled, kept equal with their permissions; only differences are written.</summary>
[Trait("Proof", "kinds")]
public sealed class RoleKindTests(ITestOutputHelper output)
{
    private const string Camera = "Gate 1 camera 00";

    [Fact]
    public async Task A_missing_role_is_made_with_members_and_permissions_also_on_cameras_that_the_same_plan_adds()
    {
        await using var duo = await StartAsync(missing: 0.5);
        duo.Primary.Data.SetOverallPermission("Guards", "Cameras", "GENERIC_WRITE", "Deny");
        var run = await duo.PlanAsync();
        Assert.Contains(run.Plan.Changes, c => c.Action == ChangeAction.Create && c.Address == "secondary/role/Guards");
        var report = await duo.ApplyAsync(run);
        Assert.True(report.Result == RunResultCode.InWantedState, Duo.Describe(report));

        var target = duo.Secondary.Data;
        Assert.Equal("At the gates", target.Get("roles", "Guards", "description"));
        Assert.Equal(["S-1-5-21-1", "S-1-5-21-2"], Sids(duo.Secondary, "Guards"));
        Assert.Equal("Deny", target.OverallPermission("Guards", "Cameras", "GENERIC_WRITE"));
        Assert.All(target.List("cameras"), c => Assert.True(target.Permission("Guards", "cameras", c.Id.ToString(), "VIEW_LIVE")));
        Assert.Null(target.Find("roles", "Night shift"));
        await NothingIsLeftAsync(duo);
    }

    [Fact]
    public async Task Drift_of_each_category_is_found_and_repaired()
    {
        await using var duo = await StartAsync();
        await duo.SyncAsync();
        var target = duo.Secondary.Data;
        target.Set("roles", "Guards", "description", "changed by hand");
        target.Set("roles", "Guards", "allowWebClientLogOn", value: false);
        target.SetOverallPermission("Guards", "Cameras", "GENERIC_READ", "Allow");
        target.SetPermission("Guards", "cameras", Camera, "PTZ_MANUAL", held: true);
        target.SetPermission("Guards", "cameras", Camera, "VIEW_LIVE", held: false);
        Assert.True(target.Remove("users", target.List("users").First(u => Equals(target.Get("users", u.Id.ToString(), "sid"), "S-1-5-21-1")).Id.ToString()));

        var run = await duo.PlanAsync();
        Assert.Equal(5, run.Plan.Summary.Drift);
        duo.ClearRequests();
        var report = await duo.ApplyAsync(run);
        Assert.True(report.Result == RunResultCode.InWantedState, Duo.Describe(report));
        Assert.Equal("At the gates", target.Get("roles", "Guards", "description"));
        Assert.Equal(true, target.Get("roles", "Guards", "allowWebClientLogOn"));
        Assert.Equal("None", target.OverallPermission("Guards", "Cameras", "GENERIC_READ"));
        Assert.False(target.Permission("Guards", "cameras", Camera, "PTZ_MANUAL"));
        Assert.True(target.Permission("Guards", "cameras", Camera, "VIEW_LIVE"));
        Assert.Equal(["S-1-5-21-1", "S-1-5-21-2"], Sids(duo.Secondary, "Guards"));
        await NothingIsLeftAsync(duo);
    }

    [Fact]
    public async Task Administrators_keep_their_members_and_basic_users_are_reported()
    {
        await using var duo = await StartAsync(
            roles: "[Administrators]",
            primary: new WorldRole { Name = "Administrators", IsAdministrators = true, Users = [new("boss", "S-1-5-21-9"), new("bob", "083BDFD6-F583-4F6B-BDFE-5819D287C243", "[BASIC]", "BasicUser")] });
        await duo.SyncAsync();
        var data = duo.Primary.Data;
        Assert.True(data.Remove("users", data.List("users").First(u => Equals(data.Get("users", u.Id.ToString(), "sid"), "S-1-5-21-9")).Id.ToString()));
        var run = await duo.PlanAsync();
        Assert.True(run.Plan.IsEmpty, Duo.Describe(run));
        Assert.Contains(run.Plan.Changes, c => c.Id == "secondary/role/Administrators#basicUsers" && c.Detail!.Contains("bob", StringComparison.Ordinal));
        Assert.Contains(run.Plan.Changes, c => c.Properties.Any(p => p.Detail?.Contains("never taken out", StringComparison.Ordinal) == true));
        Assert.Equal(["S-1-5-21-9"], Sids(duo.Secondary, "Administrators"));
    }

    [Fact]
    public async Task The_account_of_RMF_is_never_taken_out_of_a_role()
    {
        var guards = new WorldRole { Name = "Guards", Users = [new("ann", "S-1-5-21-1"), new("SIM\\RMF", "S-1-5-21-7")] };
        await using var duo = await StartAsync(primary: guards);
        await duo.SyncAsync();
        var target = duo.Secondary.Data;
        target.Set("users", target.List("users").First(u => Equals(target.Get("users", u.Id.ToString(), "sid"), "S-1-5-21-7")).Id.ToString(), "accountName", "SIM\\RMF");
        var data = duo.Primary.Data;
        foreach (var user in data.List("users").ToList())
        {
            Assert.True(data.Remove("users", user.Id.ToString()));
        }

        var run = await duo.PlanAsync();
        Assert.Contains(run.Plan.Changes, c => c.Properties.Any(p => p.Detail?.Contains("logged in with", StringComparison.Ordinal) == true));
        var report = await duo.ApplyAsync(run, "SourceShrank");
        Assert.DoesNotContain(report.Results, r => r.Change.Writes && r.Status != ChangeStatus.Verified);
        Assert.Equal(["S-1-5-21-7"], Sids(duo.Secondary, "Guards"));
    }

    /// <summary>The size is set by RMF_ROLE_CAMERAS and RMF_ROLE_COUNT.</summary>
    [Fact]
    public async Task One_percent_of_different_permissions_costs_one_percent_of_the_writes()
    {
        var cameras = Number("RMF_ROLE_CAMERAS", 100);
        var count = Number("RMF_ROLE_COUNT", 40);
        var roles = Enumerable.Range(0, count).Select(i => new WorldRole { Name = string.Create(CultureInfo.InvariantCulture, $"Role {i:00}"), Cameras = ["VIEW_LIVE", "PLAYBACK"] }).ToList();
        var world = World.Generate(new WorldShape { Cameras = cameras, RecordersPerSite = 1, Missing = 0, Drift = 0, Seed = 3 });
        await using var duo = await Duo.StartAsync(new World("roles", world.Sites.Select(s => s with { Roles = roles }), world.Seed, models: world.Models), d => Texts.TwoSites(d, "synchronize: { roles: true, cameras: false, groups: false, microphones: false, speakers: false, metadata: false, inputs: false, outputs: false, views: false }"));
        await duo.SyncAsync();
        var all = duo.Primary.Data.List("cameras");
        var changed = all.SelectMany(c => roles, (c, r) => (Camera: c, Role: r)).Where((_, i) => i % 100 == 0).ToList();
        changed.ForEach(c => duo.Primary.Data.SetPermission(c.Role.Name, "cameras", c.Camera.Id.ToString(), "EXPORT", held: true));

        var run = await duo.PlanAsync();
        duo.ClearRequests();
        var report = await duo.ApplyAsync(run, "UpdatePercent");
        Assert.True(report.Result == RunResultCode.InWantedState, Duo.Describe(report));
        var writes = duo.Secondary.Requests.Writes().Count(w => w.Route.EndsWith("task=ChangeSecurityPermissions", StringComparison.Ordinal) && w.Body!.Contains("EXPORT", StringComparison.Ordinal));
        output.WriteLine($"{all.Count} cameras x {count} roles = {all.Count * count} permission sets, {changed.Count} different: {writes} writes ({100.0 * writes / (all.Count * count):0.00} %)");
        Assert.Equal(changed.Count, writes);
        Assert.All(changed, c => Assert.True(duo.Secondary.Data.Permission(c.Role.Name, "cameras", duo.Secondary.Data.Find("cameras", c.Camera.Name)!.Id.ToString(), "EXPORT")));
    }

    private static int Number(string variable, int fallback)
        => int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : fallback;

    private static async Task<Duo> StartAsync(double missing = 0, string roles = "[\"Guards*\"]", WorldRole? primary = null)
    {
        var world = World.Generate(new WorldShape { Cameras = 8, RecordersPerSite = 1, Missing = missing, Drift = 0, Seed = 8 });
        var guards = new WorldRole { Name = "Guards", Description = "At the gates", Users = [new("ann", "S-1-5-21-1"), new("guards", "S-1-5-21-2", Type: "WindowsGroup")], Cameras = ["GENERIC_READ", "VIEW_LIVE"] };
        var sites = world.Sites.Select((s, i) => s with { Roles = i > 0 ? [] : [primary ?? guards, new WorldRole { Name = "Night shift" }] }).ToList();
        sites[1] = primary is null ? sites[1] : sites[1] with { Roles = [primary with { Users = [] }] };
        return await Duo.StartAsync(new World("roles", sites, world.Seed, models: world.Models), d => Texts.TwoSites(d, $"synchronize: {{ roles: {{ include: {roles} }}, groups: false, views: false }}"));
    }

    private static async Task NothingIsLeftAsync(Duo duo)
    {
        var again = await duo.PlanAsync();
        Assert.True(again.Plan.Changes.Count == 0, Duo.Describe(again));
    }

    private static List<string> Sids(SimulatedSite site, string role)
    {
        var id = site.Data.Find("roles", role)!.Id;
        return [.. site.Data.List("users").Where(u => u.ParentId == id).Select(u => (string)site.Data.Get("users", u.Id.ToString(), "sid")!).Order(StringComparer.Ordinal)];
    }
}
