using RMF.Core.Inventory;
using RMF.Policy;
using RMF.SmartClient.Model.Hosting;
using RMF.SmartClient.Model.Presets;

namespace RMF.SmartClient.Tests.Acting;

[Trait("Proof", "plugin-model")]
public sealed class PresetsByHandTests
{
    [Fact]
    public async Task A_camera_without_presets_says_so()
    {
        await using var lab = new TileLab();
        using var list = await OpenAsync(lab);

        Assert.Equal(("The camera has no presets.", false), (list.Message, list.IsWarning));
        Assert.Empty(list.Rows);
        Assert.Equal("Select a preset first.", list.Delete.WhyNot);
        Assert.Equal("Both sides hold the same.", list.Compare.WhyNot);
    }

    [Fact]
    public async Task A_hundred_presets_are_shown_once_each_and_gone_to_through_the_side_that_is_shown()
    {
        await using var lab = new TileLab();
        Both(lab, s => Enumerable.Range(1, 100).ToList().ForEach(i => s.Put($"P{i}", i / 1000.0)));
        lab.LiveShown = Side.Secondary;
        using var list = await OpenAsync(lab);
        Assert.Equal(100, list.Rows.Count);
        Assert.All(list.Rows, r => Assert.Equal("", r.SidesText));

        list.Selected = list.Rows[41];
        list.GoTo.Execute(null);
        await DoneAsync(lab, list);
        Assert.Equal(["P42"], lab.Secondary.GoneTo);
        Assert.Empty(lab.Primary.GoneTo);
        lab.Secondary.IsAway = true;
        list.GoTo.Execute(null);
        await DoneAsync(lab, list);
        Assert.Equal(["P42"], lab.Primary.GoneTo);
        Assert.Contains("Not through the secondary: south does not answer.", list.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preset_of_where_the_camera_looks_is_made_changed_renamed_and_deleted_on_both()
    {
        await using var lab = new TileLab();
        using var list = await OpenAsync(lab);
        Assert.Equal("Give it a name first.", list.Add.WhyNot);
        list.NewName = "Roof";
        list.Add.Execute(null);
        await DoneAsync(lab, list);
        AssertBoth(lab, ("Roof", 0.5));
        Assert.StartsWith("Preset 'Roof' made: primary and secondary.", list.Message, StringComparison.Ordinal);

        lab.Place = new(0.9, 0, 0);
        list.Selected = list.Rows.Single();
        list.Update.Execute(null);
        Assert.Equal("Set 'Roof' to where the camera looks now, on both sides?", list.Question);
        Assert.False(list.Delete.CanExecute(null));
        list.Withdraw.Execute(null);
        AssertBoth(lab, ("Roof", 0.5));
        list.Update.Execute(null);
        list.Confirm.Execute(null);
        await DoneAsync(lab, list);
        AssertBoth(lab, ("Roof", 0.9));

        list.Selected = list.Rows.Single();
        list.NewName = "Mast";
        list.Rename.Execute(null);
        await DoneAsync(lab, list);
        AssertBoth(lab, ("Mast", 0.9));

        list.Selected = list.Rows.Single();
        list.Delete.Execute(null);
        list.Confirm.Execute(null);
        await DoneAsync(lab, list);
        AssertBoth(lab);
    }

    [Fact]
    public async Task A_name_that_is_taken_and_a_preset_of_the_device_are_left_alone()
    {
        await using var lab = new TileLab();
        Both(lab, s => s.Put("Own", inDevice: true));
        using var list = await OpenAsync(lab);
        list.NewName = "Own";
        list.Selected = list.Rows.Single();

        Assert.Equal("There is a preset of this name already.", list.Add.WhyNot);
        Assert.Equal("It lives in the device: change it there.", list.Delete.WhyNot);
        Assert.True(list.GoTo.CanExecute(null));
        list.NewName = new string('x', 101);
        Assert.Equal("A name has at most 100 letters.", list.Add.WhyNot);
    }

    [Fact]
    public async Task A_camera_that_does_not_tell_where_it_looks_is_said_and_nothing_is_written()
    {
        await using var lab = new TileLab();
        lab.Place = null;
        using var list = await OpenAsync(lab);
        list.NewName = "Roof";
        list.Add.Execute(null);
        await DoneAsync(lab, list);

        Assert.Contains("The camera does not tell where it looks.", list.Message, StringComparison.Ordinal);
        AssertBoth(lab);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_may_not_change_presets_on_a_side_is_not_offered_it(bool byClient)
    {
        await using var lab = new TileLab();
        Both(lab, s => s.Put("Gate"));
        if (byClient)
        {
            lab.Client.Rights[(ClientRight.ManagePresets, lab.Primary.CameraId)] = false;
        }
        else
        {
            lab.Secondary.MayChange = false;
        }

        using var list = await OpenAsync(lab);
        list.Selected = list.Rows.Single();

        Assert.False(list.Add.IsOffered || list.Update.IsOffered || list.Rename.IsOffered || list.Delete.IsOffered);
        Assert.True(list.GoTo.CanExecute(null));
    }

    [Fact]
    public async Task Where_nobody_can_tell_it_is_offered_and_the_refusal_is_shown()
    {
        await using var lab = new TileLab();
        Both(lab, s => (s.MayChange, s.Refuses) = (null, true));
        using var list = await OpenAsync(lab);
        list.NewName = "Roof";
        list.Add.Execute(null);
        await DoneAsync(lab, list);

        Assert.Contains("Not on the primary: north: the account has no right.", list.Message, StringComparison.Ordinal);
        Assert.True(list.IsWarning);
    }

    [Fact]
    public async Task A_side_that_is_away_leaves_the_other_ones_list_and_what_it_lacks_is_remembered()
    {
        await using var lab = new TileLab();
        Both(lab, s => s.Put("Gate"));
        lab.Secondary.IsAway = true;
        using var list = await OpenAsync(lab);
        Assert.Equal("read from the primary alone", list.Rows.Single().SidesText);
        Assert.Contains("The secondary could not be read: south does not answer.", list.Message, StringComparison.Ordinal);
        Assert.Equal("Both sides must answer.", list.Compare.WhyNot);

        list.NewName = "Roof";
        list.Add.Execute(null);
        await DoneAsync(lab, list);
        Assert.Equal(["Gate", "Roof"], lab.Primary.Held.Select(p => p.Name));
        Assert.Equal("set preset 'Roof'", Assert.Single(lab.Records).Intent.ToString());
        Assert.Contains("Preset 'Roof' made: primary.", list.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Presets_that_differ_are_shown_side_by_side_and_the_choice_is_written_and_logged()
    {
        await using var lab = Differing();
        PresetMismatchModel? shown = null;
        using var list = await OpenAsync(lab, m => shown = m);
        using var mismatch = shown!;
        Assert.Equal(
            ["Gate|1. Gate (0.1, 0, 0)|1. Gate (0.7, 0, 0)|another place", "Roof|2. Roof (0.2, 0, 0)|–|missing on the secondary", "Pier|–|2. Pier (0.9, 0, 0)|missing on the primary"],
            mismatch.Rows.Select(r => $"{r.Name}|{r.Primary}|{r.Secondary}|{r.State}"));
        Assert.Equal("Choose the side that wins first.", mismatch.Apply.WhyNot);

        mismatch.PrimaryWins.Execute(null);
        await lab.Client.UntilAsync(mismatch.Work.Last);
        Assert.Equal(["move 'Gate' on the secondary", "make 'Roof' on the secondary", "remove 'Pier' on the secondary"], mismatch.WillDo);
        Assert.Equal((true, false), (mismatch.PrimaryWins.IsChecked, mismatch.SecondaryWins.IsChecked));
        mismatch.Apply.Execute(null);
        await lab.Client.UntilAsync(mismatch.Work.Last);

        Assert.True(mismatch.IsDone, mismatch.Message);
        Assert.Equal([("Gate", 0.1), ("Roof", 0.2)], lab.Secondary.Held.Select(p => (p.Name, p.Content.Pan!.Value)));
        Assert.Contains(lab.Logged, l => l == "Presets of 'Quay 3': harbour\\anna chose that the primary wins; 3 of 3 writes done.");
        Assert.Equal(3, lab.ActionLog.Count(c => c == '\n'));
        await DoneAsync(lab, list);
        Assert.All(list.Rows, r => Assert.Equal("", r.SidesText));
    }

    [Fact]
    public async Task Another_choice_before_it_is_written_shows_other_writes()
    {
        await using var lab = Differing();
        PresetMismatchModel? shown = null;
        using var list = await OpenAsync(lab, m => shown = m);
        using var mismatch = shown!;
        mismatch.PrimaryWins.Execute(null);
        mismatch.SecondaryWins.Execute(null);
        await lab.Client.UntilAsync(() => !mismatch.IsBusy, "the plan is shown");

        Assert.Equal(["move 'Gate' on the primary", "make 'Pier' on the primary", "remove 'Roof' on the primary"], mismatch.WillDo);
    }

    [Theory]
    [InlineData(PtzMismatchRule.PrimaryWins, "Gate 0.1, Roof 0.2")]
    [InlineData(PtzMismatchRule.SecondaryWins, "Gate 0.7, Pier 0.9")]
    public async Task A_policy_that_asks_nobody_is_applied_at_once_and_logged(PtzMismatchRule rule, string expected)
    {
        await using var lab = Differing();
        lab.Policy = lab.Policy with { Ptz = lab.Policy.Ptz with { OnMismatch = rule } };
        var asked = false;
        using var list = await OpenAsync(lab, _ => asked = true);
        await lab.Client.UntilAsync(() => lab.Logged.Count > 0, "it was applied");
        await DoneAsync(lab, list);

        Assert.False(asked);
        Assert.All(new[] { lab.Primary, lab.Secondary }, s => Assert.Equal(expected, string.Join(", ", s.Held.Select(p => FormattableString.Invariant($"{p.Name} {p.Content.Pan}")))));
        Assert.Contains("the policy chose", lab.Logged.Single(), StringComparison.Ordinal);
        Assert.Contains("wins", list.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_side_that_goes_away_while_it_is_written_is_told_and_remembered()
    {
        await using var lab = Differing();
        PresetMismatchModel? shown = null;
        using var list = await OpenAsync(lab, m => shown = m);
        using var mismatch = shown!;
        mismatch.PrimaryWins.Execute(null);
        await lab.Client.UntilAsync(mismatch.Work.Last);
        lab.Secondary.CallsUntilAway = 4;
        mismatch.Apply.Execute(null);
        await lab.Client.UntilAsync(() => !mismatch.IsBusy, "it is written");

        Assert.False(mismatch.IsDone);
        Assert.True(mismatch.IsWarning);
        Assert.Contains("Not on the secondary: south does not answer.", mismatch.Message, StringComparison.Ordinal);
        Assert.NotEmpty(lab.Records);
        Assert.Contains(lab.Logged, l => l.Contains("1 of 3 writes done", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_has_no_right_sees_what_differs_and_can_choose_nothing()
    {
        await using var lab = Differing();
        lab.Primary.MayChange = false;
        lab.Policy = lab.Policy with { Ptz = lab.Policy.Ptz with { OnMismatch = PtzMismatchRule.PrimaryWins } };
        PresetMismatchModel? shown = null;
        using var list = await OpenAsync(lab, m => shown = m);
        using var mismatch = shown!;

        Assert.False(mismatch.PrimaryWins.IsOffered || mismatch.SecondaryWins.IsOffered || mismatch.Apply.IsOffered);
        Assert.Contains("no right", mismatch.Message, StringComparison.Ordinal);
        Assert.Empty(lab.Logged);
    }

    private static TileLab Differing()
    {
        var lab = new TileLab();
        lab.Primary.Put("Gate", 0.1);
        lab.Primary.Put("Roof", 0.2);
        lab.Secondary.Put("Gate", 0.7);
        lab.Secondary.Put("Pier", 0.9);
        return lab;
    }

    private static async Task<PresetListModel> OpenAsync(TileLab lab, Action<PresetMismatchModel>? asked = null)
    {
        var list = new PresetListModel(lab, lab.Desk);
        list.MismatchAsked += (_, e) => asked?.Invoke(e.Model);
        list.Open();
        await DoneAsync(lab, list);
        return list;
    }

    private static Task DoneAsync(TileLab lab, PresetListModel list) => lab.Client.UntilAsync(() => !list.IsBusy, "the list is idle");

    private static void Both(TileLab lab, Action<FakeSide> change)
    {
        change(lab.Primary);
        change(lab.Secondary);
    }

    private static void AssertBoth(TileLab lab, params (string Name, double Pan)[] presets)
        => Both(lab, s => Assert.Equal(presets, s.Held.Select(p => (p.Name, p.Content.Pan!.Value))));
}
