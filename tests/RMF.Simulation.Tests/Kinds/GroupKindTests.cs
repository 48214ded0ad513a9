using RMF.Core.Inventory;
using RMF.Core.Planning;
using RMF.Engine.Runs;
using RMF.Simulation.Tests.Lab;
using RMF.Simulator;

namespace RMF.Simulation.Tests.Kinds;

/// <summary>Device groups over requests: made, filled, kept equal, and what is not RMF's left alone.</summary>
[Trait("Proof", "kinds")]
public sealed class GroupKindTests
{
    [Fact]
    public async Task A_missing_group_is_made_with_members_that_the_same_plan_adds()
    {
        await using var duo = await StartAsync(missing: 0.5);
        var camera = duo.Primary.Data.List("cameras").Select(c => c.Name).ToList();
        var group = duo.Primary.Data.Add("cameraGroups", "sites", "", new Dictionary<string, object>(StringComparer.Ordinal) { ["name"] = "Gates", ["description"] = "All gates" });
        camera.ForEach(c => duo.Primary.Data.AddMember("cameraGroups", group.Name, "cameras", c));

        var run = await duo.PlanAsync();
        Assert.Contains(run.Plan.Changes, c => c.Kind == ItemKind.CameraGroup && c.Action == ChangeAction.Create && c.Address == "secondary/cameraGroup/Gates");
        Assert.Contains(run.Plan.Changes, c => c.Properties.Any(p => p.After is PendingReference));
        await InWantedStateAsync(duo, run);
        Assert.Equal("All gates", duo.Secondary.Data.Get("cameraGroups", "Gates", "description"));
        Assert.Equal(camera.Order(StringComparer.Ordinal), Members(duo, duo.Secondary, "Gates").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Drift_and_edits_of_a_group_are_found_and_repaired()
    {
        await using var duo = await StartAsync();
        await duo.SyncAsync();
        var (source, target) = (duo.Primary.Data, duo.Secondary.Data);
        var members = Members(duo, duo.Primary, "Gates");
        var other = source.List("cameras").Select(c => c.Name).First(n => !members.Contains(n, StringComparer.Ordinal));

        target.RemoveMember("cameraGroups", "Gates", "cameras", members[0]);
        target.AddMember("cameraGroups", "Gates", "cameras", other);
        target.Set("cameraGroups", "Gates", "description", "changed by hand");
        var drift = await duo.PlanAsync();
        Assert.Equal(3, drift.Plan.Changes.Single(c => c.Kind == ItemKind.CameraGroup).Properties.Count(p => p.Reason == ChangeReason.TargetDrifted));
        await InWantedStateAsync(duo, drift);
        Assert.Equal(members, Members(duo, duo.Secondary, "Gates"));

        source.RemoveMember("cameraGroups", "Gates", "cameras", members[0]);
        source.Set("cameraGroups", "Gates", "name", "Portals");
        var edit = await duo.PlanAsync();
        Assert.All(edit.Plan.Changes.Single(c => c.Kind == ItemKind.CameraGroup).Properties, p => Assert.Equal(ChangeReason.SourceChanged, p.Reason));
        await InWantedStateAsync(duo, edit);
        Assert.Equal(members.Skip(1), Members(duo, duo.Secondary, "Portals"));
    }

    [Fact]
    public async Task A_member_that_was_hidden_because_it_is_disabled_is_no_failure()
    {
        var world = World.Generate(new WorldShape { Cameras = 20, RecordersPerSite = 1, Missing = 0.2, Drift = 0.5, Seed = 5 });
        await using var duo = await Duo.StartAsync(world, d => Texts.TwoSites(d));
        var report = await duo.SyncAsync();
        Assert.True(report.Result == RunResultCode.InWantedState, Duo.Describe(report));
        Assert.Contains(duo.Secondary.Requests.List(), r => r.Method == "POST" && r.Status == 400 && r.Route == "POST /cameraGroups/{id}/cameras");
        Assert.DoesNotContain((await duo.PlanAsync()).Plan.Changes, c => c.Writes);
    }

    [Fact]
    public async Task A_source_whose_groups_are_empty_at_once_empties_none_on_the_target()
    {
        await using var duo = await StartAsync();
        await duo.SyncAsync();
        var members = Members(duo, duo.Secondary, "Gates");
        Members(duo, duo.Primary, "Gates").ToList().ForEach(m => duo.Primary.Data.RemoveMember("cameraGroups", "Gates", "cameras", m));
        var run = await duo.PlanAsync();
        var guard = Assert.Single(run.Plan.Guards);
        Assert.Equal("SourceShrank", guard.Guard);
        Assert.StartsWith(FormattableString.Invariant($"The source holds 0 of {members.Count} remembered members of cameraGroup items; the limit is 70 %"), guard.Message, StringComparison.Ordinal);
        Assert.Equal("RMF2304", (await duo.Engine.ApplyAsync(run, [], CancellationToken.None)).Failure!.Code);
        Assert.Equal(members, Members(duo, duo.Secondary, "Gates"));

        await duo.ApplyAsync(run, "SourceShrank");
        Assert.Empty(Members(duo, duo.Secondary, "Gates"));
    }

    [Fact]
    public async Task Foreign_members_and_foreign_groups_stay()
    {
        await using var duo = await StartAsync(more: "manage: { exclude: [ { name: \"*1\" } ] }");
        var target = duo.Secondary.Data;
        var foreign = target.List("cameras").Select(c => c.Name).First(n => n.EndsWith('1'));
        target.Add("cameraGroups", "sites", "", new Dictionary<string, object>(StringComparer.Ordinal) { ["name"] = "Local" });
        target.AddMember("cameraGroups", "Local", "cameras", foreign);
        await duo.SyncAsync();
        target.AddMember("cameraGroups", "Gates", "cameras", foreign);

        var run = await duo.PlanAsync();
        Assert.True(run.Plan.IsEmpty, Duo.Describe(run));
        Assert.Equal([foreign], Members(duo, duo.Secondary, "Local"));
        Assert.Contains(foreign, Members(duo, duo.Secondary, "Gates"));
    }

    [Fact]
    public async Task A_group_below_another_is_reported_and_filled_when_somebody_made_it()
    {
        await using var duo = await StartAsync();
        var below = duo.Primary.Data.Add("cameraGroups", "cameraGroups", "Gates", new Dictionary<string, object>(StringComparer.Ordinal) { ["name"] = "North" });
        var camera = Members(duo, duo.Primary, "Gates")[0];
        duo.Primary.Data.AddMember("cameraGroups", below.Name, "cameras", camera);
        await duo.SyncAsync();

        var report = Assert.Single((await duo.PlanAsync()).Plan.Changes);
        Assert.Equal((ChangeAction.Unsupported, "secondary/cameraGroup/Gates/North"), (report.Action, report.Address));
        duo.Secondary.Data.Add("cameraGroups", "cameraGroups", "Gates", new Dictionary<string, object>(StringComparer.Ordinal) { ["name"] = "North" });
        await InWantedStateAsync(duo, await duo.PlanAsync());
        Assert.Equal([camera], Members(duo, duo.Secondary, "North"));
    }

    [Fact]
    public async Task A_group_below_another_is_made_where_the_server_says_that_it_takes_it()
    {
        await using var duo = await StartAsync(options: new DuoOptions { PersonalityOf = _ => Personality.Next });
        var below = duo.Primary.Data.Add("cameraGroups", "cameraGroups", "Gates", new Dictionary<string, object>(StringComparer.Ordinal) { ["name"] = "North" });
        var lower = duo.Primary.Data.Add("cameraGroups", "cameraGroups", "North", new Dictionary<string, object>(StringComparer.Ordinal) { ["name"] = "Door" });
        var camera = Members(duo, duo.Primary, "Gates")[0];
        duo.Primary.Data.AddMember("cameraGroups", below.Name, "cameras", camera);
        duo.Primary.Data.AddMember("cameraGroups", lower.Name, "cameras", camera);

        // The secondary has no group at first, so it cannot be asked; making one is the occasion.
        var first = await duo.PlanAsync();
        Assert.Contains("could not be asked", first.Plan.Changes.Single(c => c.Address == "secondary/cameraGroup/Gates/North").Detail, StringComparison.Ordinal);
        await duo.ApplyAsync(first);

        await InWantedStateAsync(duo, await duo.PlanAsync());
        Assert.Equal([camera], Members(duo, duo.Secondary, "North"));
        Assert.Equal([camera], Members(duo, duo.Secondary, "Door"));
    }

    [Theory]
    [InlineData("microphoneGroups", "microphones")]
    [InlineData("speakerGroups", "speakers")]
    [InlineData("metadataGroups", "metadata")]
    [InlineData("inputEventGroups", "inputEvents")]
    [InlineData("outputGroups", "outputs")]
    public async Task Each_kind_of_device_has_groups_that_are_kept_equal(string groups, string devices)
    {
        await using var duo = await Duo.StartAsync(KindWorld.Make(), d => Texts.TwoSites(d));
        duo.Primary.Data.Add(groups, "sites", "", new Dictionary<string, object>(StringComparer.Ordinal) { ["name"] = "Some" });
        var device = duo.Primary.Data.List(devices)[0];
        duo.Primary.Data.AddMember(groups, "Some", devices, device.Id.ToString());
        await duo.SyncAsync();
        var member = Assert.Single(duo.Secondary.Data.Members(groups, "Some", devices));
        duo.Secondary.Data.RemoveMember(groups, "Some", devices, member.Id.ToString());
        await InWantedStateAsync(duo, await duo.PlanAsync());
        Assert.Equal(member.Id, Assert.Single(duo.Secondary.Data.Members(groups, "Some", devices)).Id);
    }

    [Fact]
    public async Task A_restore_carries_a_groups_members_back()
    {
        await using var duo = await StartAsync();
        await duo.SyncAsync();
        var members = Members(duo, duo.Primary, "Gates");
        duo.Secondary.Data.RemoveMember("cameraGroups", "Gates", "cameras", members[0]);
        duo.Policy = Duo.Read(Texts.TwoSites(duo, "direction: restore"));
        await InWantedStateAsync(duo, await duo.PlanAsync());
        Assert.Equal(members.Skip(1), Members(duo, duo.Primary, "Gates"));
    }

    private static async Task<Duo> StartAsync(double missing = 0, string more = "", DuoOptions? options = null)
    {
        var world = World.Generate(new WorldShape { Cameras = 12, RecordersPerSite = 1, Missing = missing, Drift = 0, Seed = 8 });
        var names = world.Sites[0].Recorders.SelectMany(r => r.Hardware).SelectMany(h => h.Cameras).Select(c => c.Name!).Take(4).ToList();
        var group = new WorldGroup { Name = "Gates", Members = names };
        var sites = world.Sites.Select((s, i) => s with { CameraGroups = i == 0 && missing == 0 ? [group] : [] });
        return await Duo.StartAsync(new World("groups", sites, world.Seed, models: world.Models), d => Texts.TwoSites(d, more), options);
    }

    private static async Task InWantedStateAsync(Duo duo, PreparedRun run)
    {
        Assert.False(run.Plan.IsEmpty);
        var report = await duo.ApplyAsync(run, "DirectionChanged", "UpdatePercent");
        Assert.True(report.Result == RunResultCode.InWantedState, Duo.Describe(report));
        var again = await duo.PlanAsync();
        Assert.True(again.Plan.Changes.Count == 0, Duo.Describe(again));
    }

    private static List<string> Members(Duo duo, SimulatedSite site, string group) => [.. site.Data.Members("cameraGroups", group, "cameras").Select(m => m.Name).Order(StringComparer.Ordinal)];
}
