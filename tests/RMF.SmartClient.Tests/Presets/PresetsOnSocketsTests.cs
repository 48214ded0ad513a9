using RMF.Core.Inventory;
using RMF.Policy;
using RMF.Simulation.Tests.Operator;
using RMF.Simulator;
using RMF.SmartClient.Model.Hosting;
using RMF.SmartClient.Model.Presets;
using RMF.SmartClient.Tests.Actions;

namespace RMF.SmartClient.Tests.Presets;

[Trait("Proof", "plugin-model")]
public sealed class PresetsOnSocketsTests
{
    [Fact]
    public async Task The_list_shows_the_presets_of_both_sides()
    {
        await using var lab = await ActionLab.StartAsync();
        await EqualAsync(lab);
        using var list = await OpenAsync(lab);

        Assert.Contains(list.Rows, r => r.Name == "Gate" && r.SidesText.Length == 0 && !r.IsInDevice);
        Assert.Contains(list.Rows, r => r.Name == "Own" && r.IsInDevice);
        Assert.False(list.Add.CanExecute(null));
        Assert.Contains("name", list.Add.WhyNot, StringComparison.Ordinal);
        Assert.Equal("Select a preset first.", list.GoTo.WhyNot);
    }

    [Fact]
    public async Task A_preset_is_made_of_where_the_camera_looks_renamed_moved_and_deleted_on_both_sides()
    {
        await using var lab = await ActionLab.StartAsync();
        await EqualAsync(lab);
        using var list = await OpenAsync(lab);
        list.NewName = "Roof";
        await PressAsync(lab, list, list.Add);
        Assert.Equal((0.4, 0.4), (lab.Sites.Preset(Side.Primary, "Roof", "pan"), lab.Sites.Preset(Side.Secondary, "Roof", "pan")));
        Assert.Equal("", list.NewName);

        Select(list, "Roof");
        list.NewName = "Tower";
        await PressAsync(lab, list, list.Rename);
        Assert.All(Both, s => Assert.Contains("Tower", lab.Sites.Names(s)));
        Assert.All(Both, s => Assert.DoesNotContain("Roof", lab.Sites.Names(s)));

        lab.Places.Place = new(-0.3, 0.1, 0.2);
        Select(list, "Tower");
        list.Update.Execute(null);
        Assert.Contains("'Tower'", list.Question, StringComparison.Ordinal);
        await PressAsync(lab, list, list.Confirm);
        Assert.All(Both, s => Assert.Equal(-0.3, lab.Sites.Preset(s, "Tower", "pan")));

        Select(list, "Tower");
        list.Delete.Execute(null);
        await PressAsync(lab, list, list.Confirm);
        Assert.All(Both, s => Assert.DoesNotContain("Tower", lab.Sites.Names(s)));
        Assert.DoesNotContain(list.Rows, r => r.Name == "Tower");
        Assert.False(list.IsWarning, list.Message);
        Assert.Equal(8, lab.Audit().Count(l => l.EndsWith("|Done", StringComparison.Ordinal)));
        Assert.Empty(lab.Records);
    }

    [Fact]
    public async Task What_is_withdrawn_is_not_written()
    {
        await using var lab = await ActionLab.StartAsync();
        await EqualAsync(lab);
        using var list = await OpenAsync(lab);
        Select(list, "Gate");
        list.Delete.Execute(null);
        Assert.False(list.GoTo.CanExecute(null));
        list.Withdraw.Execute(null);

        Assert.Equal("", list.Question);
        Assert.True(list.GoTo.CanExecute(null));
        Assert.All(Both, s => Assert.Contains("Gate", lab.Sites.Names(s)));
    }

    [Fact]
    public async Task The_camera_goes_to_a_preset_through_the_side_that_is_shown_and_else_through_the_other()
    {
        await using var lab = await ActionLab.StartAsync();
        await EqualAsync(lab);
        lab.LiveShown = Side.Secondary;
        using var list = await OpenAsync(lab);
        Select(list, "Gate");
        await PressAsync(lab, list, list.GoTo);
        Assert.Contains("through the secondary", list.Message, StringComparison.Ordinal);
        Assert.False(list.IsWarning);

        lab.Lose(Side.Secondary);
        await PressAsync(lab, list, list.GoTo);
        Assert.Contains("through the primary", list.Message, StringComparison.Ordinal);
        Assert.Contains("Not through the secondary", list.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_side_that_fails_in_the_middle_keeps_what_it_has_and_gets_the_preset_when_it_is_back()
    {
        await using var lab = await ActionLab.StartAsync();
        await EqualAsync(lab);
        using var list = await OpenAsync(lab);
        lab.Sites.Duo.Secondary.Faults.Add(Fault.On(FaultKind.ErrorStatus, "POST", "*ptzPresets*", count: null));
        list.NewName = "Roof";
        await PressAsync(lab, list, list.Add);
        Assert.Contains("Not on the secondary", list.Message, StringComparison.Ordinal);
        Assert.True(list.IsWarning);
        Assert.Contains("Roof", lab.Sites.Names(Side.Primary));
        Assert.Single(lab.Records);

        lab.Sites.Duo.Secondary.Faults.Clear();
        lab.Desk.Start();
        lab.Client.Clock.Advance(TimeSpan.FromSeconds(20));
        await lab.Client.UntilAsync(() => lab.Records.Count == 0, "the secondary got it");
        Assert.Contains("Roof", lab.Sites.Names(Side.Secondary));
    }

    [Fact]
    public async Task Without_the_right_presets_are_gone_to_and_not_written()
    {
        await using var lab = await ActionLab.StartAsync();
        await EqualAsync(lab);
        lab.Client.Rights = (right, _) => right == ClientRight.ManagePresets ? false : null;
        using var list = await OpenAsync(lab);

        Assert.Equal((false, false, false, false), (list.Add.IsOffered, list.Update.IsOffered, list.Rename.IsOffered, list.Delete.IsOffered));
        Select(list, "Gate");
        Assert.True(list.GoTo.CanExecute(null));
        Select(list, "Own");
        Assert.True(list.GoTo.CanExecute(null));
    }

    [Fact]
    public async Task A_role_that_a_site_tells_of_is_found_out_before_anything_is_offered()
    {
        await using var lab = await ActionLab.StartAsync();
        await EqualAsync(lab);
        var site = lab.Sites.Duo.Secondary;
        site.Data.Add("roles", "sites", "", new Dictionary<string, object> { ["name"] = "Watchers", ["roleType"] = "UserDefined" });
        site.Data.Add("users", "roles", "Watchers", new Dictionary<string, object> { ["accountName"] = site.BasicUser, ["displayName"] = site.BasicUser, ["identityType"] = "BasicUser" });
        site.Data.SetPermission("Watchers", "cameras", OperatorLab.Dome, "GENERIC_READ", held: true);
        using var refused = await OpenAsync(lab);
        Assert.False(refused.Add.IsOffered);

        site.Data.SetPermission("Watchers", "cameras", OperatorLab.Dome, "PTZ_PRESETS", held: true);
        using var list = await OpenAsync(lab);
        Assert.True(list.Add.IsOffered);
    }

    [Fact]
    public async Task A_preset_in_the_device_is_left_alone()
    {
        await using var lab = await ActionLab.StartAsync();
        await EqualAsync(lab);
        using var list = await OpenAsync(lab);
        Select(list, "Own");
        Assert.Contains("device", list.Delete.WhyNot, StringComparison.Ordinal);
        Assert.Contains("device", list.Update.WhyNot, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_one_side_away_the_other_sides_presets_are_shown_and_said_to_be_alone()
    {
        await using var lab = await ActionLab.StartAsync();
        await EqualAsync(lab);
        lab.Lose(Side.Primary);
        using var list = await OpenAsync(lab);

        Assert.Contains("The primary could not be read", list.Message, StringComparison.Ordinal);
        Assert.All(list.Rows, r => Assert.Contains("secondary alone", r.SidesText, StringComparison.Ordinal));
        Assert.False(list.Compare.CanExecute(null));
    }

    [Fact]
    public async Task A_camera_without_presets_says_so()
    {
        await using var lab = await ActionLab.StartAsync(OperatorLab.Hall);
        using var list = await OpenAsync(lab);
        Assert.Empty(list.Rows);
        Assert.Equal("The camera has no presets.", list.Message);
    }

    [Fact]
    public async Task A_hundred_presets_are_shown_and_brought_together()
    {
        await using var lab = await ActionLab.StartAsync();
        await EqualAsync(lab);
        for (var number = 0; number < 100; number++)
        {
            Add(lab, Side.Primary, $"P{number:000}", (number - 50) / 60.0);
        }

        PresetMismatchModel? asked = null;
        using var list = await OpenAsync(lab, m => asked = m);
        Assert.Equal(100, list.Rows.Count(r => !r.IsInDevice && r.SidesText == "missing on the secondary"));
        asked!.PrimaryWins.Execute(null);
        await lab.Client.UntilAsync(() => !asked.IsBusy, "it is planned");
        Assert.Equal(100, asked.WillDo.Count(w => w.StartsWith("make", StringComparison.Ordinal)));
        asked.Apply.Execute(null);
        await lab.Client.UntilAsync(() => !asked.IsBusy, "it is written");
        Assert.True(asked.IsDone, asked.Message);
        Assert.Equal(100, lab.Sites.Names(Side.Secondary).Count(n => n.StartsWith('P')));
    }

    [Fact]
    public async Task What_differs_is_asked_for_side_by_side_and_the_chosen_side_wins_with_lines_in_the_log()
    {
        await using var lab = await ActionLab.StartAsync();
        await EqualAsync(lab);
        Differ(lab);
        PresetMismatchModel? asked = null;
        using var list = await OpenAsync(lab, m => asked = m);
        Assert.NotNull(asked);
        Assert.Equal("missing on the secondary", State(asked, "Only primary"));
        Assert.Equal("missing on the primary", State(asked, "Only secondary"));
        Assert.Equal("another place", State(asked, "Gate"));
        Assert.False(asked.Rows[0].IsEqual);
        Assert.False(asked.Apply.CanExecute(null));

        asked.SecondaryWins.Execute(null);
        await lab.Client.UntilAsync(() => !asked.IsBusy, "it is planned");
        Assert.Contains(asked.WillDo, w => w.Contains("lives in the device", StringComparison.Ordinal));
        Assert.All(asked.WillDo.Where(w => !w.Contains("in the device", StringComparison.Ordinal)), w => Assert.EndsWith("on the primary", w, StringComparison.Ordinal));
        Assert.Contains(lab.Sites.Names(Side.Primary), n => n == "Only primary");
        asked.Apply.Execute(null);
        await lab.Client.UntilAsync(() => !asked.IsBusy && !list.IsBusy, "it is written and read again");

        Assert.True(asked.IsDone, asked.Message);
        Assert.DoesNotContain("Only primary", lab.Sites.Names(Side.Primary));
        Assert.Contains("Only secondary", lab.Sites.Names(Side.Primary));
        Assert.Equal(-0.9, lab.Sites.Preset(Side.Primary, "Gate", "pan"));
        Assert.All(lab.Audit(), l => Assert.Contains("|Primary|Done", l, StringComparison.Ordinal));
        Assert.Contains(lab.Said, t => t.Contains("the secondary wins", StringComparison.Ordinal));
        Assert.All(list.Rows.Where(r => !r.IsInDevice), r => Assert.Equal("", r.SidesText));
    }

    [Fact]
    public async Task Whoever_closes_the_window_changes_nothing_and_is_not_asked_twice()
    {
        await using var lab = await ActionLab.StartAsync();
        await EqualAsync(lab);
        Differ(lab);
        var times = 0;
        using var list = await OpenAsync(lab, m =>
        {
            times++;
            m.Dispose();
        });
        list.Reload.Execute(null);
        await lab.Client.UntilAsync(() => !list.IsBusy, "it is read again");

        Assert.Equal(1, times);
        Assert.True(list.Compare.CanExecute(null));
        Assert.Contains("Only primary", lab.Sites.Names(Side.Primary));
        Assert.DoesNotContain("Only primary", lab.Sites.Names(Side.Secondary));
    }

    [Theory]
    [InlineData(PtzMismatchRule.PrimaryWins)]
    [InlineData(PtzMismatchRule.SecondaryWins)]
    public async Task A_policy_that_has_decided_is_applied_at_once_and_asks_nobody(PtzMismatchRule rule)
    {
        await using var lab = await ActionLab.StartAsync();
        await EqualAsync(lab);
        Differ(lab);
        lab.Policy = lab.Policy with { Ptz = lab.Policy.Ptz with { OnMismatch = rule } };
        var isAsked = false;
        using var list = await OpenAsync(lab, _ => isAsked = true);
        await lab.Client.UntilAsync(() => list.Applying is { IsBusy: false } && !list.IsBusy, "it is written");

        Assert.False(isAsked);
        Assert.All(Both, s => Assert.Equal(rule == PtzMismatchRule.PrimaryWins, lab.Sites.Names(s).Contains("Only primary")));
        Assert.NotEmpty(lab.Audit());
        Assert.Contains(lab.Said, t => t.Contains("the policy chose", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_policy_that_has_decided_writes_nothing_for_a_person_without_the_right()
    {
        await using var lab = await ActionLab.StartAsync();
        await EqualAsync(lab);
        Differ(lab);
        lab.Policy = lab.Policy with { Ptz = lab.Policy.Ptz with { OnMismatch = PtzMismatchRule.PrimaryWins } };
        lab.Client.Rights = (right, _) => right == ClientRight.ManagePresets ? false : null;
        PresetMismatchModel? asked = null;
        using var list = await OpenAsync(lab, m => asked = m);

        Assert.False(asked!.Apply.IsOffered);
        Assert.Contains("no right", asked.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Only primary", lab.Sites.Names(Side.Secondary));
    }

    private static readonly Side[] Both = [Side.Primary, Side.Secondary];

    private static async Task<PresetListModel> OpenAsync(ActionLab lab, Action<PresetMismatchModel>? asked = null)
    {
        var list = new PresetListModel(lab, lab.Desk);
        list.MismatchAsked += (_, e) => asked?.Invoke(e.Model);
        list.Open();
        await lab.Client.UntilAsync(() => !list.IsBusy, "both sides are read");
        return list;
    }

    private static async Task PressAsync(ActionLab lab, PresetListModel list, Model.Binding.ModelCommand command)
    {
        Assert.True(command.CanExecute(null), command.WhyNot ?? "It is not offered.");
        command.Execute(null);
        await lab.Client.UntilAsync(() => !list.IsBusy, "it is done and read again");
    }

    private static void Select(PresetListModel list, string name) => list.Selected = list.Rows.Single(r => r.Name == name);

    private static string State(PresetMismatchModel model, string name) => model.Rows.Single(r => r.Name == name).State;

    // A run makes presets on the secondary; their order is set apart, so that nothing differs.
    private static async Task EqualAsync(ActionLab lab)
    {
        var reading = new Engine.Operator.PresetReading(lab.Now().Reach);
        var read = (await reading.ReadAsync([lab.Now().Camera], default))[0];
        var (_, actions) = await reading.PlanAsync(read, Side.Primary, OperatorLab.Tolerance, default);
        var result = await lab.Sites.Sides.RunAsync(actions, lab.Now().Reach, Engine.Operator.Remembering.Never, default);
        Assert.All(result.Outcomes, o => Assert.True(o.IsDone, o.Error?.Message));
    }

    private static void Differ(ActionLab lab)
    {
        Add(lab, Side.Primary, "Only primary", 0.31);
        Add(lab, Side.Secondary, "Only secondary", 0.61);
        lab.Sites.Duo.Secondary.Data.Set("ptzPresets", "Gate", "pan", -0.9);
    }

    private static void Add(ActionLab lab, Side side, string name, double pan)
    {
        var data = lab.Sites.Site(side).Data;
        var camera = data.List("cameras").Single(c => c.Name == OperatorLab.Dome);
        data.Add("ptzPresets", "cameras", camera.Id.ToString(), new Dictionary<string, object> { ["name"] = name, ["pan"] = pan, ["tilt"] = 0.0, ["zoom"] = 0.5 });
    }
}
