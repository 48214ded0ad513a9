using RMF.Core.Inventory;
using RMF.Engine.Operator;
using RMF.SmartClient.Model.Actions;
using RMF.SmartClient.Model.Hosting;

namespace RMF.SmartClient.Tests.Acting;

[Trait("Proof", "plugin-model")]
public sealed class TileActionsByHandTests
{
    [Fact]
    public async Task Recording_starts_and_stops_on_both_sides_and_each_is_told()
    {
        await using var lab = new TileLab();
        lab.Actions.Record.Execute(null);
        Assert.True(lab.Actions.IsBusy);
        Assert.False(lab.Actions.Record.CanExecute(null));
        await lab.DoneAsync();

        Assert.Equal((true, true, true), (lab.Primary.Records, lab.Secondary.Records, lab.Actions.Record.IsChecked));
        Assert.Equal(("Recording started: primary and secondary.", false), (lab.Actions.Message, lab.Actions.IsWarning));
        lab.Actions.Record.Execute(null);
        await lab.DoneAsync();
        Assert.Equal((false, false, false), (lab.Primary.Records, lab.Secondary.Records, lab.Actions.Record.IsChecked));
        Assert.Equal(4, lab.ActionLog.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("harbour\\\\anna", lab.ActionLog, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Side.Primary)]
    [InlineData(Side.Secondary)]
    public async Task What_a_side_that_is_away_lacks_is_said_remembered_and_done_when_it_is_back(Side away)
    {
        await using var lab = new TileLab();
        lab.Desk.Start();
        lab.On(away).IsAway = true;
        lab.Actions.Bookmark.Execute("Fight at the gate");
        await lab.DoneAsync();
        Assert.True(lab.Actions.IsWarning);
        Assert.Contains($"Not on the {away.ToString().ToLowerInvariant()}: {lab.On(away).Info.Name} does not answer.", lab.Actions.Message, StringComparison.Ordinal);
        Assert.Contains("done there by itself when that side answers again, as long as Smart Client runs on this machine", lab.Actions.Message, StringComparison.Ordinal);
        Assert.Equal(away, Assert.Single(lab.Records).Side);

        var told = new List<string>();
        lab.Actions.PropertyChanged += (_, _) => told.Add(lab.Actions.Message);
        lab.On(away).IsAway = false;
        await PassAsync(lab, 90);
        Assert.Empty(lab.Records);
        Assert.Equal(Assert.Single(lab.Primary.Marks).Content, Assert.Single(lab.Secondary.Marks).Content);
        Assert.Contains(told, t => t.Contains("answers again and has now what it lacked", StringComparison.Ordinal));
        Assert.Contains(lab.Logged, l => l.Contains("lacked it and has it now", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_recording_goes_on_at_a_side_that_comes_back()
    {
        await using var lab = new TileLab();
        lab.Desk.Start();
        lab.Secondary.IsAway = true;
        lab.Actions.Record.Execute(null);
        await lab.DoneAsync();
        Assert.True(lab.Actions.Record.IsChecked);

        lab.Secondary.IsAway = false;
        await PassAsync(lab, 90);
        Assert.True(lab.Secondary.Records);
        Assert.Empty(lab.Records);
    }

    [Fact]
    public async Task A_recording_that_the_policy_does_not_resume_is_not_remembered()
    {
        await using var lab = new TileLab();
        lab.Policy = lab.Policy with { Recording = new() { ResumeOnReturn = false } };
        lab.Secondary.IsAway = true;
        lab.Actions.Record.Execute(null);
        await lab.DoneAsync();

        Assert.Empty(lab.Records);
        Assert.DoesNotContain("by itself", lab.Actions.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_side_that_goes_away_in_the_middle_is_told_and_remembered()
    {
        await using var lab = new TileLab();
        lab.Secondary.CallsUntilAway = 1;
        lab.Actions.Bookmark.Execute(null);
        await lab.DoneAsync();

        Assert.Single(lab.Primary.Marks);
        Assert.Contains("primary", lab.Actions.Message, StringComparison.Ordinal);
        Assert.Contains("Not on the secondary", lab.Actions.Message, StringComparison.Ordinal);
        Assert.Single(lab.Records);
    }

    [Fact]
    public async Task A_message_goes_by_itself_and_a_warning_stays()
    {
        await using var lab = new TileLab();
        lab.Actions.Bookmark.Execute("one");
        await lab.DoneAsync();
        await StandAsync(TileActions.MessageStays - TimeSpan.FromSeconds(1));
        Assert.NotEqual("", lab.Actions.Message);
        await StandAsync(TimeSpan.FromSeconds(1));
        Assert.Equal("", lab.Actions.Message);

        lab.Secondary.IsAway = true;
        lab.Actions.Bookmark.Execute("two");
        await lab.DoneAsync();
        await StandAsync(2 * TileActions.MessageStays);
        Assert.Contains("Not on the secondary", lab.Actions.Message, StringComparison.Ordinal);

        Task StandAsync(TimeSpan time)
        {
            lab.Client.Clock.Advance(time);
            return lab.Client.UntilAsync(() => true, "");
        }
    }

    [Fact]
    public async Task Where_no_side_does_it_nothing_is_remembered()
    {
        await using var lab = new TileLab();
        lab.Primary.IsAway = lab.Secondary.IsAway = true;
        lab.Actions.Record.Execute(null);
        await lab.DoneAsync();

        Assert.StartsWith("Recording started: not done.", lab.Actions.Message, StringComparison.Ordinal);
        Assert.Empty(lab.Records);
        Assert.False(lab.Actions.Record.IsChecked);
    }

    [Fact]
    public async Task A_refusal_is_shown_plainly()
    {
        await using var lab = new TileLab();
        lab.Primary.Refuses = lab.Secondary.Refuses = true;
        lab.Actions.Record.Execute(null);
        await lab.DoneAsync();

        Assert.Contains("Not on the primary: north: the account has no right. Ask an administrator for the right in your role.", lab.Actions.Message, StringComparison.Ordinal);
        Assert.Empty(lab.Records);
    }

    [Fact]
    public async Task What_the_operator_may_not_do_on_a_side_is_not_offered_and_what_nobody_can_tell_is()
    {
        await using var lab = new TileLab();
        lab.Client.Rights[(ClientRight.Record, lab.Secondary.CameraId)] = false;
        lab.Client.Rights[(ClientRight.Bookmark, lab.Primary.CameraId)] = null;
        lab.Client.Rights[(ClientRight.Ptz, lab.Primary.CameraId)] = false;
        lab.Client.Rights[(ClientRight.Export, lab.Primary.CameraId)] = false;
        lab.Client.Rights[(ClientRight.Export, lab.Secondary.CameraId)] = false;
        lab.Actions.Refresh();

        Assert.Equal((false, true, true, false, false), (lab.Actions.Record.IsOffered, lab.Actions.Bookmark.IsOffered, lab.Actions.Snapshot.IsOffered, lab.Actions.Presets.IsOffered, lab.Actions.Export.IsOffered));
        lab.Actions.Record.Execute(null);
        Assert.False(lab.Actions.IsBusy);
    }

    [Fact]
    public async Task A_side_that_stalls_holds_up_neither_the_thread_nor_another_action()
    {
        await using var lab = new TileLab();
        lab.Secondary.Stall = new TaskCompletionSource();
        lab.Actions.Record.Execute(null);
        Assert.True(lab.Actions.Bookmark.CanExecute(null));
        lab.Actions.Snapshot.Execute(null);
        await lab.Client.UntilAsync(() => lab.Actions.Snapshot.IsEnabled, "the snapshot is over");
        Assert.False(lab.Actions.Record.IsEnabled);

        lab.Secondary.Stall.SetResult();
        await lab.DoneAsync();
        Assert.True(lab.Secondary.Records);
    }

    [Fact]
    public async Task Whether_it_records_is_looked_at_and_not_more_often_than_every_five_seconds()
    {
        await using var lab = new TileLab();
        lab.Secondary.Records = true;
        lab.Actions.Refresh();
        await lab.Client.UntilAsync(() => lab.Actions.Record.IsChecked, "it is seen");
        lab.Secondary.Records = false;
        lab.Actions.Refresh();
        await lab.Client.UntilAsync(lab.Actions.Work.Last);
        Assert.True(lab.Actions.Record.IsChecked);
        lab.Client.Clock.Advance(TimeSpan.FromSeconds(31));
        await lab.Client.UntilAsync(() => !lab.Actions.Record.IsChecked, "the end is seen");
    }

    [Fact]
    public async Task Bookmarks_of_both_sides_carry_one_reference_and_each_click_another_one()
    {
        await using var lab = new TileLab();
        lab.RecordAll();
        await lab.OpenAsync(120);
        for (var i = 0; i < 2; i++)
        {
            lab.Actions.Bookmark.Execute("  Crane  ");
            await lab.DoneAsync();
        }

        Assert.Equal(lab.Primary.Marks.Select(m => m.Content.Reference), lab.Secondary.Marks.Select(m => m.Content.Reference));
        Assert.Equal(2, lab.Primary.Marks.Select(m => m.Content.Reference).Distinct().Count());
        Assert.Equal((lab.At(120), "Crane"), (lab.Primary.Marks[0].Content.Trigger, lab.Primary.Marks[0].Content.Header));
    }

    [Theory]
    [InlineData(Side.Primary)]
    [InlineData(Side.Secondary)]
    public async Task A_snapshot_is_of_the_side_that_is_shown(Side shown)
    {
        await using var lab = new TileLab();
        lab.LiveShown = shown;
        lab.On(shown).Picture = new byte[] { 0xFF, 0xD8, 9 };
        SnapshotAskedEventArgs? asked = null;
        var path = Path.Combine(lab.Client.DataFolder, "one.jpg");
        lab.Actions.SnapshotAsked += (_, e) => (asked = e).Path = path;
        lab.Actions.Snapshot.Execute(null);
        await lab.DoneAsync();

        Assert.Equal((shown, $"Quay-3_20260301T115959.000Z_{shown}.jpg"), (asked!.Side, asked.SuggestedName));
        Assert.Equal([0xFF, 0xD8, 9], File.ReadAllBytes(path));
        Assert.Contains(path, lab.Actions.Message, StringComparison.Ordinal);
        Assert.False(lab.Actions.IsWarning);
        Assert.Equal(["one.jpg"], Directory.GetFiles(lab.Client.DataFolder).Select(f => Path.GetFileName(f)!));
    }

    [Fact]
    public async Task Where_the_side_that_is_shown_gives_no_picture_the_other_one_does_and_that_is_said()
    {
        await using var lab = new TileLab();
        lab.Primary.IsAway = true;
        lab.Actions.SnapshotAsked += (_, e) => e.Path = Path.Combine(lab.Client.DataFolder, "one.jpg");
        lab.Actions.Snapshot.Execute(null);
        await lab.DoneAsync();

        Assert.True(lab.Actions.IsWarning);
        Assert.Contains("The picture of the secondary was written", lab.Actions.Message, StringComparison.Ordinal);
        Assert.Contains("The primary, which is shown, gave none.", lab.Actions.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_snapshot_of_recorded_video_is_of_the_time_that_is_shown()
    {
        await using var lab = new TileLab();
        lab.RecordAll();
        lab.Primary.Sequences = lab.Set((0, 10));
        await lab.OpenAsync(60);
        SnapshotAskedEventArgs? asked = null;
        lab.Actions.SnapshotAsked += (_, e) => asked = e;
        lab.Actions.Snapshot.Execute(null);
        await lab.DoneAsync();

        Assert.Equal((Side.Secondary, lab.At(60)), (asked!.Side, asked.Time));
        Assert.Equal("", lab.Actions.Message);
        Assert.Empty(Directory.GetFiles(lab.Client.DataFolder));
    }

    [Fact]
    public async Task Where_nothing_is_shown_there_is_no_snapshot_and_where_nobody_has_a_picture_that_is_said()
    {
        await using var lab = new TileLab();
        await lab.OpenAsync(60);
        Assert.Equal("Nothing is shown here.", lab.Actions.Snapshot.WhyNot);

        lab.Playback.Close();
        lab.Primary.IsAway = lab.Secondary.IsAway = true;
        Assert.True(lab.Actions.Snapshot.CanExecute(null));
        lab.Actions.Snapshot.Execute(null);
        await lab.DoneAsync();
        Assert.StartsWith("No picture was taken.", lab.Actions.Message, StringComparison.Ordinal);
        Assert.Contains("Secondary: south does not answer.", lab.Actions.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_that_cannot_be_written_leaves_nothing_and_says_why()
    {
        await using var lab = new TileLab();
        lab.Actions.SnapshotAsked += (_, e) => e.Path = Path.Combine(lab.Client.DataFolder, "no such folder", "one.jpg");
        lab.Actions.Snapshot.Execute(null);
        await lab.DoneAsync();

        Assert.True(lab.Actions.IsWarning);
        Assert.Contains("could not be written", lab.Actions.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_camera_without_a_pair_is_acted_on_alone_and_nothing_is_remembered()
    {
        await using var lab = new TileLab();
        lab.IsPaired = false;
        lab.Actions.Record.Execute(null);
        await lab.DoneAsync();
        Assert.Equal(("Recording started: primary.", true, false), (lab.Actions.Message, lab.Primary.Records, lab.Secondary.Records));

        lab.Primary.IsAway = true;
        lab.Actions.Bookmark.Execute(null);
        await lab.DoneAsync();
        Assert.Empty(lab.Records);
    }

    [Fact]
    public async Task A_refusal_is_not_tried_over_and_over()
    {
        await using var lab = new TileLab();
        lab.Desk.Start();
        lab.Secondary.Refuses = true;
        lab.Actions.Bookmark.Execute(null);
        await lab.DoneAsync();
        var lines = lab.ActionLog.Count(c => c == '\n');
        await PassAsync(lab, 3600);

        Assert.Single(lab.Records);
        Assert.InRange(lab.ActionLog.Count(c => c == '\n') - lines, 1, 14);
    }

    [Fact]
    public async Task Windows_are_asked_for_with_their_models()
    {
        await using var lab = new TileLab();
        var asked = new List<string>();
        lab.Actions.PresetsAsked += (_, e) => asked.Add("presets of " + e.Model.Title);
        lab.Actions.ExportAsked += (_, e) => asked.Add("export of " + e.Model.Title);
        lab.Actions.Presets.Execute(null);
        lab.Actions.Export.Execute(null);

        Assert.Equal(["presets of Quay 3", "export of Quay 3"], asked);
        Assert.Equal(["Record", "Bookmark", "Snapshot", "Presets", "Export"], lab.Actions.Commands.Select(c => c.Text));
    }

    private static async Task PassAsync(TileLab lab, int seconds)
    {
        for (var i = 0; i < seconds; i += 15)
        {
            lab.Client.Clock.Advance(TimeSpan.FromSeconds(15));
            await lab.Client.UntilAsync(() => true, "");
            await lab.Client.UntilAsync(lab.Desk.Loop!.Last);
        }

        await lab.Client.UntilAsync(() => true, "");
    }
}
