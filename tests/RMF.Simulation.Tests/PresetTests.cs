using RMF.Core.Inventory;
using RMF.Core.Planning;
using RMF.Engine.Runs;
using RMF.Simulation.Tests.Kinds;
using RMF.Simulation.Tests.Lab;
using RMF.Simulator;

namespace RMF.Simulation.Tests;

/// <summary>Presets have no update and profiles visit them by ids that are local to a site.</summary>
[Trait("Proof", "kinds")]
public sealed class PresetTests
{
    private const string Round = "Round";

    [Fact]
    public async Task A_preset_that_moved_is_made_anew_before_the_old_one_goes_and_the_rounds_visit_the_new_one()
    {
        await using var duo = await SyncedAsync();
        duo.Primary.Data.Set("ptzPresets", "Gate", "pan", -0.75);
        duo.ClearRequests();
        var report = await duo.SyncAsync();

        Assert.True(report.Result == RunResultCode.InWantedState, Duo.Describe(report));
        Assert.Equal(-0.75, duo.Secondary.Data.Get("ptzPresets", "Gate", "pan"));
        Assert.Equal(true, duo.Secondary.Data.Get("ptzPresets", "Gate", "defaultPreset"));
        Assert.Equal(["Fence", "Gate"], duo.Secondary.Data.List("ptzPresets").Select(p => p.Name).Order(StringComparer.Ordinal));
        Assert.Equal(["Gate", "Fence"], Stops(duo));
        var steps = duo.Secondary.Requests.Writes().Where(w => w.Route.Contains("ptzPresets", StringComparison.Ordinal)).Select(w => w.Method).ToList();
        Assert.True(steps.IndexOf("POST") < steps.IndexOf("DELETE"), string.Join(' ', steps));
        Assert.True((await duo.PlanAsync()).Plan.IsEmpty);
    }

    [Fact]
    public async Task A_preset_that_the_target_lost_comes_back_with_the_stops_that_went_with_it()
    {
        await using var duo = await SyncedAsync();
        duo.Secondary.Data.Remove("ptzPresets", "Gate");
        Assert.Equal(["Fence"], Stops(duo));

        var plan = await duo.PlanAsync();
        Assert.Contains(plan.Plan.Changes, c => c.Kind == ItemKind.PtzPresets && c.Properties.Any(p => p.Path == "ptzPresets[Gate].name" && p.Reason == ChangeReason.TargetDrifted));
        var report = await duo.ApplyAsync(plan);
        Assert.True(report.Result == RunResultCode.InWantedState, Duo.Describe(report));
        Assert.Equal(["Gate", "Fence"], Stops(duo));
        Assert.True((await duo.PlanAsync()).Plan.IsEmpty);
    }

    [Fact]
    public async Task Presets_and_profiles_come_and_go_with_the_sources()
    {
        await using var duo = await SyncedAsync();
        var camera = duo.Primary.Data.Find("cameras", "Yard dome")!.Id.ToString();
        duo.Primary.Data.Add("ptzPresets", "cameras", camera, new Dictionary<string, object> { ["name"] = "Roof", ["zoom"] = 1.0 });
        duo.Primary.Data.Add("patrollingProfiles", "cameras", camera, new Dictionary<string, object> { ["name"] = "Empty", ["description"] = "no stops" });
        duo.Primary.Data.Remove("ptzPresets", "Fence");
        var report = await duo.SyncAsync("UpdatePercent");
        Assert.True(report.Result == RunResultCode.InWantedState, Duo.Describe(report));
        Assert.Equal(["Gate", "Roof"], duo.Secondary.Data.List("ptzPresets").Select(p => p.Name).Order(StringComparer.Ordinal));
        Assert.Equal(["Gate"], Stops(duo));
        Assert.Equal("no stops", duo.Secondary.Data.Get("patrollingProfiles", "Empty", "description"));

        duo.Primary.Data.Remove("patrollingProfiles", Round);
        await duo.SyncAsync("UpdatePercent");
        Assert.Equal("Empty", Assert.Single(duo.Secondary.Data.List("patrollingProfiles")).Name);
        Assert.True((await duo.PlanAsync()).Plan.IsEmpty);
    }

    [Fact]
    public async Task A_default_that_the_target_lost_is_chosen_again()
    {
        await using var duo = await SyncedAsync();
        duo.Secondary.Data.Set("ptzPresets", "Gate", "defaultPreset", false);

        var plan = await duo.PlanAsync();
        var lost = Assert.Single(Assert.Single(plan.Plan.Changes).Properties);
        Assert.Equal(("ptzPresets[Gate].defaultPreset", ChangeReason.TargetDrifted), (lost.Path, lost.Reason));
        var report = await duo.ApplyAsync(plan);
        Assert.True(report.Result == RunResultCode.InWantedState, Duo.Describe(report));
        Assert.Equal(true, duo.Secondary.Data.Get("ptzPresets", "Gate", "defaultPreset"));
        Assert.Empty((await duo.PlanAsync()).Plan.Changes);
    }

    [Fact]
    public async Task A_run_that_breaks_before_the_first_default_is_chosen_is_finished_by_the_next()
    {
        await using var duo = await Duo.StartAsync(KindWorld.Make(), d => Texts.TwoSites(d));
        duo.Secondary.Faults.Add(new Fault { Kind = FaultKind.ErrorStatus, Status = 500, Method = "POST", Path = "*/ptzPresets?task=DefaultPtzPreset" });
        Assert.NotEqual(RunResultCode.InWantedState, (await duo.SyncAsync()).Result);
        Assert.Equal(["Fence", "Gate"], duo.Secondary.Data.List("ptzPresets").Select(p => p.Name).Order(StringComparer.Ordinal));
        Assert.Equal(false, duo.Secondary.Data.Get("ptzPresets", "Gate", "defaultPreset"));

        // The second run tries in vain, the third succeeds.
        Assert.NotEqual(RunResultCode.InWantedState, (await duo.SyncAsync()).Result);
        duo.Secondary.Faults.Clear();
        var report = await duo.SyncAsync();
        Assert.True(report.Result == RunResultCode.InWantedState, Duo.Describe(report));
        Assert.Equal(true, duo.Secondary.Data.Get("ptzPresets", "Gate", "defaultPreset"));
        Assert.Empty((await duo.PlanAsync()).Plan.Changes);
    }

    [Fact]
    public async Task A_default_that_the_source_took_away_stays_on_the_target_and_is_named()
    {
        await using var duo = await SyncedAsync();
        duo.Primary.Data.Set("ptzPresets", "Gate", "defaultPreset", false);
        for (var run = 0; run < 2; run++)
        {
            var plan = await duo.PlanAsync();
            Assert.True(plan.Plan.IsEmpty, Duo.Describe(plan));
            Assert.Equal((ChangeAction.Unsupported, ChangeReason.NotSupportedByTarget), (Assert.Single(plan.Plan.Changes).Action, plan.Plan.Changes[0].Reason));
            Assert.Equal(RunResultCode.InWantedState, (await duo.ApplyAsync(plan)).Result);
        }

        Assert.Equal(true, duo.Secondary.Data.Get("ptzPresets", "Gate", "defaultPreset"));
    }

    [Fact]
    public async Task A_stop_at_a_preset_that_lives_in_the_other_device_is_named_and_not_written()
    {
        await using var duo = await SyncedAsync();
        var own = duo.Primary.Data.Find("ptzPresets", "Own")!.Id.ToString();
        duo.Primary.Data.Set("patrollingProfiles", Round, "patrollingEntry[1].presetId", own);
        for (var run = 0; run < 2; run++)
        {
            var plan = await duo.PlanAsync();
            Assert.True(plan.Plan.IsEmpty, Duo.Describe(plan));
            var change = Assert.Single(plan.Plan.Changes);
            Assert.Equal((ItemKind.PatrollingProfiles, ChangeAction.Unsupported, ChangeReason.NoCounterpart), (change.Kind, change.Action, change.Reason));
            Assert.Equal(RunResultCode.InWantedState, (await duo.ApplyAsync(plan)).Result);
        }

        Assert.Equal(["Gate", "Fence"], Stops(duo));
    }

    private static async Task<Duo> SyncedAsync()
    {
        var duo = await Duo.StartAsync(KindWorld.Make(), d => Texts.TwoSites(d));
        var report = await duo.SyncAsync();
        Assert.True(report.Result == RunResultCode.InWantedState, Duo.Describe(report));
        return duo;
    }

    /// <summary>The names of the presets that the secondary's round visits.</summary>
    private static List<string> Stops(Duo duo)
    {
        var stops = new List<string>();
        for (var i = 0; ; i++)
        {
            try
            {
                stops.Add(duo.Secondary.Data.Find("ptzPresets", (string)duo.Secondary.Data.Get("patrollingProfiles", Round, $"patrollingEntry[{i}].presetId")!)?.Name ?? "(gone)");
            }
            catch (ArgumentException)
            {
                return stops;
            }
        }
    }
}
