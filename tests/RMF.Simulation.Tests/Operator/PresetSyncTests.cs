using RMF.Core.Inventory;
using RMF.Core.Ptz;
using RMF.Engine.Operator;
using RMF.Engine.Ports;
using RMF.Simulation.Tests.Kinds;
using RMF.Simulator;

namespace RMF.Simulation.Tests.Operator;

[Trait("Proof", "presets")]
public sealed class PresetSyncTests
{
    [Theory]
    [InlineData(Side.Primary)]
    [InlineData(Side.Secondary)]
    public async Task Every_class_of_difference_is_seen_and_brought_to_the_side_that_wins(Side source)
    {
        await using var lab = await OperatorLab.StartAsync();
        Assert.All(await SyncAsync(lab, Side.Primary), o => Assert.True(o.IsDone));
        var (first, last) = (lab.Duo.Primary.Data, lab.Duo.Secondary.Data);
        Add(lab, Side.Primary, "Only primary", 0.31);
        Add(lab, Side.Secondary, "Only secondary", 0.41);
        Add(lab, Side.Primary, "Old name", 0.61);
        Add(lab, Side.Secondary, "New name", 0.612);
        last.Set("ptzPresets", "Gate", "pan", -0.9);
        Add(lab, Side.Primary, "A", 0.71);
        Add(lab, Side.Primary, "B", 0.81);
        Add(lab, Side.Secondary, "B", 0.81);
        Add(lab, Side.Secondary, "A", 0.71);

        var seen = await CompareAsync(lab);
        Assert.Equal(PresetState.MissingOnSecondary, State(seen, "Only primary"));
        Assert.Equal(PresetState.MissingOnPrimary, State(seen, "Only secondary"));
        Assert.Equal(PresetState.Renamed, State(seen, "Old name"));
        Assert.Equal(PresetState.Moved, State(seen, "Gate"));
        Assert.Equal(PresetState.Renumbered, State(seen, "A"));
        Assert.Equal(PresetState.Equal, State(seen, "Fence"));

        var done = await SyncAsync(lab, source);
        Assert.All(done, o => Assert.Equal(SideStatus.Done, o.Status));
        Assert.True((await CompareAsync(lab)).IsOwnEqual);
        Assert.Equal(lab.Names(Side.Primary).Where(n => n != "Own").Order(StringComparer.Ordinal), lab.Names(Side.Secondary).Where(n => n != "Own").Order(StringComparer.Ordinal));
        Assert.Equal(source == Side.Primary, lab.Names(Side.Secondary).Contains("Only primary"));
        Assert.Equal(source == Side.Primary ? 0.1 : -0.9, lab.Preset(Side.Primary, "Gate", "pan"));
        Assert.Equal(true, (source == Side.Primary ? last : first).Get("ptzPresets", "Gate", "defaultPreset"));
        Assert.Empty(lab.Records);
        Assert.Empty(await SyncAsync(lab, source));
    }

    [Fact]
    public async Task Stops_of_patrolling_profiles_follow_a_preset_that_is_made_anew()
    {
        await using var lab = await OperatorLab.StartAsync();
        lab.Duo.Primary.Data.Set("ptzPresets", "Gate", "pan", 0.55);
        Assert.All(await SyncAsync(lab, Side.Primary), o => Assert.True(o.IsDone));
        var stop = (string)lab.Duo.Secondary.Data.Get("patrollingProfiles", "Round", "patrollingEntry[0].presetId")!;
        Assert.Equal("Gate", lab.Duo.Secondary.Data.Find("ptzPresets", stop)!.Name);
        Assert.Equal(0.55, lab.Preset(Side.Secondary, "Gate", "pan"));
    }

    [Fact]
    public async Task A_preset_keeps_its_id_when_only_its_name_changes_and_the_server_takes_names()
    {
        await using var lab = await OperatorLab.StartAsync();
        var before = lab.Duo.Secondary.Data.Find("ptzPresets", "Fence")!.Id;
        var content = new PresetContent("Wall", null, null, null);
        var (primary, secondary) = await lab.BothAsync(OperatorIntent.Have(content, "Fence"));
        Assert.Equal((SideStatus.Done, SideStatus.Done), (primary.Status, secondary.Status));
        Assert.Equal(before, lab.Duo.Secondary.Data.Find("ptzPresets", "Wall")!.Id);
    }

    [Fact]
    public async Task A_server_that_takes_neither_name_nor_order_by_command_gets_the_name_by_a_new_preset_and_the_order_is_told()
    {
        await using var lab = await OperatorLab.StartAsync();
        foreach (var site in lab.Duo.Sites)
        {
            site.Faults.Add(Fault.On(FaultKind.ErrorStatus, "POST", "*ServerCommandService*", count: null));
        }

        Add(lab, Side.Primary, "A", 0.71);
        Add(lab, Side.Primary, "B", 0.81);
        Add(lab, Side.Secondary, "B", 0.81);
        Add(lab, Side.Secondary, "A", 0.71);
        var reach = await lab.ReachAsync();
        var read = await new PresetReading(reach).ReadAsync([OperatorLab.Camera(reach)], CancellationToken.None);
        var (plan, actions) = await new PresetReading(reach).PlanAsync(read[0], Side.Primary, OperatorLab.Tolerance, CancellationToken.None);
        Assert.True(plan.LeavesOrder);
        Assert.Empty(actions);
    }

    [Fact]
    public async Task A_role_without_the_right_is_named_before_anything_is_written()
    {
        await using var lab = await OperatorLab.StartAsync(world: KindWorld.Make());
        Restrict(lab, Side.Secondary, "GENERIC_READ");
        var reach = await lab.ReachAsync();
        lab.Duo.ClearRequests();
        var actions = SideAction.OnBoth(OperatorLab.Camera(reach), OperatorIntent.Have(new PresetContent("Roof", 0.1, 0.1, 0.1))).ToList();
        var refused = Assert.Single(await new PresetReading(reach).RefusedAsync(actions, CancellationToken.None));
        Assert.Equal((Side.Secondary, SideStatus.Failed, SiteErrorKind.Forbidden), (refused.Action.Side, refused.Status, refused.Error!.Kind));
        Assert.Contains("Nothing was written", refused.Error.Message, StringComparison.Ordinal);
        Assert.All(lab.Duo.Sites, s => Assert.DoesNotContain(s.Requests.Writes(), w => w.Route.Contains("ptzPresets", StringComparison.Ordinal)));

        Restrict(lab, Side.Secondary, "PTZ_PRESETS");
        Assert.Empty(await new PresetReading(reach).RefusedAsync(actions, CancellationToken.None));
    }

    [Fact]
    public async Task A_side_that_goes_down_in_the_middle_keeps_what_it_has_and_gets_the_rest_when_it_is_back()
    {
        await using var lab = await OperatorLab.StartAsync();
        Assert.All(await SyncAsync(lab, Side.Primary), o => Assert.True(o.IsDone));
        for (var i = 0; i < 4; i++)
        {
            Add(lab, Side.Primary, $"New {i}", 0.2 + (i / 10.0));
        }

        var writes = 0;
        var line = lab.LineTo(Side.Secondary);
        line.Before = request =>
        {
            line.IsCut = request.Method == HttpMethod.Post && request.RequestUri!.AbsolutePath.EndsWith("ptzPresets", StringComparison.Ordinal) && ++writes > 2;
            return line.IsCut ? throw new HttpRequestException("The line is cut.") : null;
        };
        var outcomes = await SyncAsync(lab, Side.Primary);
        Assert.Equal(2, outcomes.Count(o => o.Status == SideStatus.Done));
        Assert.All(outcomes.Where(o => !o.IsDone), o => Assert.Equal((SideStatus.Unreachable, true), (o.Status, o.IsRemembered)));
        Assert.Equal(outcomes.Count(o => !o.IsDone), lab.Records.Count);

        line.Before = null;
        line.IsCut = false;
        Assert.Equal(["Fence", "Gate", "New 0", "New 1"], lab.Names(Side.Secondary).Where(n => n != "Own").Order(StringComparer.Ordinal));
        Assert.All(await lab.MendAsync(), o => Assert.True(o.IsDone, o.Error?.Message));
        Assert.True((await CompareAsync(lab)).IsOwnEqual);
        Assert.Empty(lab.Records);
    }

    private static void Add(OperatorLab lab, Side side, string name, double pan)
    {
        var data = lab.Site(side).Data;
        var camera = data.Find("ptzPresets", "Gate") is not null ? data.List("cameras").Single(c => c.Name == OperatorLab.Dome) : null;
        data.Add("ptzPresets", "cameras", camera!.Id.ToString(), new Dictionary<string, object> { ["name"] = name, ["pan"] = pan, ["tilt"] = 0.0, ["zoom"] = 0.5 });
    }

    /// <summary>Makes the account a member of one role that has one permission on the dome.</summary>
    private static void Restrict(OperatorLab lab, Side side, string permission)
    {
        var data = lab.Site(side).Data;
        if (data.Find("roles", "Watchers") is null)
        {
            data.Add("roles", "sites", "", new Dictionary<string, object> { ["name"] = "Watchers", ["roleType"] = "UserDefined" });
            data.Add("users", "roles", "Watchers", new Dictionary<string, object> { ["accountName"] = lab.Site(side).BasicUser, ["displayName"] = lab.Site(side).BasicUser, ["identityType"] = "BasicUser" });
        }

        data.SetPermission("Watchers", "cameras", OperatorLab.Dome, permission, held: true);
    }

    private static PresetState State(PresetComparison comparison, string name) => comparison.Pairs.Single(p => p.Name == name).State;

    private static async Task<PresetComparison> CompareAsync(OperatorLab lab)
    {
        var reach = await lab.ReachAsync();
        var read = await new PresetReading(reach).ReadAsync([OperatorLab.Camera(reach)], CancellationToken.None);
        return Assert.Single(read).Compare(OperatorLab.Tolerance)!;
    }

    private static async Task<IReadOnlyList<SideOutcome>> SyncAsync(OperatorLab lab, Side source)
    {
        var reach = await lab.ReachAsync();
        var reading = new PresetReading(reach);
        var read = await reading.ReadAsync([OperatorLab.Camera(reach)], CancellationToken.None);
        var (_, actions) = await reading.PlanAsync(read[0], source, OperatorLab.Tolerance, CancellationToken.None);
        return (await lab.Sides.RunAsync(actions, reach, Remembering.Always, CancellationToken.None)).Outcomes;
    }
}
