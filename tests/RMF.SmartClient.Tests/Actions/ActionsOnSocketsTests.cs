using RMF.Core.Inventory;
using RMF.Core.Playback;
using RMF.Simulation.Tests.Operator;
using RMF.Simulator;
using RMF.SmartClient.Model.Actions;
using RMF.SmartClient.Model.Hosting;
using RMF.SmartClient.Tests.Playback;

namespace RMF.SmartClient.Tests.Actions;

[Trait("Proof", "plugin-model")]
public sealed class ActionsOnSocketsTests
{
    [Fact]
    public async Task Recording_starts_and_stops_on_both_sides_with_a_line_in_the_log_for_each()
    {
        await using var lab = await ActionLab.StartAsync();
        await lab.PressAsync(lab.Actions.Record);
        Assert.Equal((true, true), await lab.RecordsAsync());
        Assert.Equal((true, false), (lab.Actions.Record.IsChecked, lab.Actions.IsWarning));
        Assert.Contains("primary and secondary", lab.Actions.Message, StringComparison.Ordinal);

        await lab.PressAsync(lab.Actions.Record);
        Assert.Equal((false, false), await lab.RecordsAsync());
        Assert.False(lab.Actions.Record.IsChecked);
        Assert.Equal(
            ["start recording|Primary|Done", "start recording|Secondary|Done", "stop recording|Primary|Done", "stop recording|Secondary|Done"],
            lab.Audit());
        Assert.Empty(lab.Records);
        lab.Actions.Dismiss();
        Assert.Equal("", lab.Actions.Message);
    }

    [Fact]
    public async Task A_side_that_fails_holds_up_nobody_and_gets_its_part_when_it_is_back()
    {
        await using var lab = await ActionLab.StartAsync();
        lab.Desk.Start();
        lab.Sites.Duo.Primary.Faults.Add(Fault.RecorderOffline(lab.Sites.Duo.Primary.Recorders[0].Name));
        await lab.PressAsync(lab.Actions.Record);
        Assert.True(lab.Actions.IsWarning);
        Assert.Contains("Not on the primary", lab.Actions.Message, StringComparison.Ordinal);
        Assert.Contains("by itself", lab.Actions.Message, StringComparison.Ordinal);
        Assert.Equal(Side.Primary, Assert.Single(lab.Records).Side);

        lab.Sites.Duo.Primary.Faults.Clear();
        lab.Client.Clock.Advance(TimeSpan.FromSeconds(16));
        await lab.Client.UntilAsync(() => lab.Actions.Message.Contains("has now what it lacked", StringComparison.Ordinal), "the primary got its part, and the tile says so");
        Assert.Empty(lab.Records);
        Assert.Equal((true, true), await lab.RecordsAsync());
    }

    [Fact]
    public async Task A_side_that_is_away_is_named_and_the_other_one_acts()
    {
        await using var lab = await ActionLab.StartAsync();
        lab.Lose(Side.Secondary);
        await lab.PressAsync(lab.Actions.Record);

        Assert.Equal((true, false), await lab.RecordsAsync());
        Assert.Contains("south does not answer", lab.Actions.Message, StringComparison.Ordinal);
        Assert.Equal(["start recording|Primary|Done", "start recording|Secondary|Unreachable"], lab.Audit());
    }

    [Fact]
    public async Task With_both_sides_away_nothing_is_remembered()
    {
        await using var lab = await ActionLab.StartAsync();
        foreach (var site in lab.Sites.Duo.Sites)
        {
            site.Faults.Add(Fault.RecorderOffline(site.Recorders[0].Name));
        }

        await lab.PressAsync(lab.Actions.Record);
        Assert.Contains("not done", lab.Actions.Message, StringComparison.Ordinal);
        Assert.False(lab.Actions.Record.IsChecked);
        Assert.Empty(lab.Records);
    }

    [Fact]
    public async Task A_bookmark_is_on_both_sides_under_one_reference()
    {
        await using var lab = await ActionLab.StartAsync();
        await lab.PressAsync(lab.Actions.Bookmark, "A man at the gate");

        var now = lab.Client.Time.GetUtcNow();
        var found = new List<(string Reference, string Header)>();
        foreach (var side in new[] { Side.Primary, Side.Secondary })
        {
            var site = lab.Now().Reach.Sites[lab.Sites.Site(side).Name];
            var read = await site.Operator.Bookmarks.SearchAsync(new TimeRange(now.AddMinutes(-1), now.AddMinutes(1)), [lab.IdOf(side)], 10, default);
            var bookmark = Assert.Single(read.Value!);
            found.Add((bookmark.Content.Reference, bookmark.Content.Header));
        }

        Assert.Equal("A man at the gate", found[0].Header);
        Assert.Equal(found[0], found[1]);
        Assert.Contains(found[0].Reference, lab.Actions.Message, StringComparison.Ordinal);
        await lab.PressAsync(lab.Actions.Bookmark, "A man at the gate");
        Assert.Equal(2, lab.Audit().Select(l => l.Split('|')[0]).Distinct().Count());
    }

    [Theory]
    [InlineData(Side.Primary)]
    [InlineData(Side.Secondary)]
    public async Task A_snapshot_is_of_the_side_that_is_shown_and_written_where_the_operator_says(Side shown)
    {
        await using var lab = await ActionLab.StartAsync();
        lab.LiveShown = shown;
        var path = Path.Combine(lab.Client.DataFolder, "picture.jpg");
        SnapshotAskedEventArgs? asked = null;
        lab.Actions.SnapshotAsked += (_, e) => (asked = e).Path = path;
        await lab.PressAsync(lab.Actions.Snapshot);

        Assert.True(SimulatedPicture.TryRead(File.ReadAllBytes(path), out var picture), "it is no picture of a simulated camera");
        Assert.Equal((shown, shown), (asked!.Side, Enum.Parse<Side>(picture.Side, ignoreCase: true)));
        Assert.InRange(asked.SuggestedName.Length, 5, 120);
        Assert.EndsWith(".jpg", asked.SuggestedName, StringComparison.Ordinal);
        Assert.Equal(asked.SuggestedName, Path.GetFileName(asked.SuggestedName));
        Assert.False(lab.Actions.IsWarning, lab.Actions.Message);
        Assert.Empty(Directory.GetFiles(lab.Client.DataFolder, "*.part"));
    }

    [Fact]
    public async Task A_snapshot_that_the_operator_does_not_want_is_not_written()
    {
        await using var lab = await ActionLab.StartAsync();
        lab.Actions.SnapshotAsked += (_, _) => { };
        await lab.PressAsync(lab.Actions.Snapshot);
        Assert.Equal("", lab.Actions.Message);
        Assert.Empty(Directory.Exists(lab.Client.DataFolder) ? Directory.GetFiles(lab.Client.DataFolder) : []);
    }

    [Fact]
    public async Task A_snapshot_that_cannot_be_written_says_so_and_leaves_nothing_half_written()
    {
        await using var lab = await ActionLab.StartAsync();
        lab.Actions.SnapshotAsked += (_, e) => e.Path = Path.Combine(lab.Client.DataFolder, "no such folder", "picture.jpg");
        await lab.PressAsync(lab.Actions.Snapshot);
        Assert.True(lab.Actions.IsWarning);
        Assert.Contains("could not be written", lab.Actions.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_snapshot_in_playback_is_of_the_time_that_is_shown()
    {
        await using var lab = await ActionLab.StartAsync();
        var controller = new HandController();
        var time = lab.Client.Time.GetUtcNow().AddMinutes(-30);
        controller.Move(time);
        lab.Playback.Open(controller);
        await lab.Client.UntilAsync(() => lab.Playback.Follower is not null, "both sides are known");
        SnapshotAskedEventArgs? asked = null;
        lab.Actions.SnapshotAsked += (_, e) => asked = e;
        await lab.PressAsync(lab.Actions.Snapshot);

        Assert.Equal(lab.Playback.Shown, asked!.Side);
        Assert.InRange(time - asked.Time, TimeSpan.FromSeconds(-1), TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task What_the_role_may_not_do_is_not_offered()
    {
        await using var lab = await ActionLab.StartAsync();
        var refused = lab.IdOf(Side.Secondary);
        lab.Client.Rights = (right, camera) => right == ClientRight.Record && camera == refused ? false : null;
        lab.Actions.Refresh();

        Assert.False(lab.Actions.Record.IsOffered);
        Assert.False(lab.Actions.Record.CanExecute(null));
        Assert.True(lab.Actions.Bookmark.IsOffered);
        lab.Client.Rights = (right, _) => right is ClientRight.Record or ClientRight.Bookmark;
        lab.Client.Clock.Advance(TimeSpan.FromSeconds(6));
        lab.Actions.Refresh();
        Assert.Equal((true, true, false, false, false), (lab.Actions.Record.IsOffered, lab.Actions.Bookmark.IsOffered, lab.Actions.Snapshot.IsOffered, lab.Actions.Presets.IsOffered, lab.Actions.Export.IsOffered));
    }

    [Fact]
    public async Task A_server_that_fails_is_named_and_the_other_side_has_the_bookmark()
    {
        await using var lab = await ActionLab.StartAsync();
        lab.Sites.Duo.Secondary.Faults.Add(Fault.On(FaultKind.ErrorStatus, "POST", "*bookmarks*", count: null));
        await lab.PressAsync(lab.Actions.Bookmark, "x");

        Assert.True(lab.Actions.IsWarning);
        Assert.Contains("set: primary.", lab.Actions.Message, StringComparison.Ordinal);
        Assert.Contains("Not on the secondary", lab.Actions.Message, StringComparison.Ordinal);
        Assert.Equal(Side.Secondary, Assert.Single(lab.Records).Side);
    }

    [Fact]
    public async Task Whether_the_camera_records_is_looked_at_when_the_buttons_are_seen()
    {
        await using var lab = await ActionLab.StartAsync();
        await lab.PressAsync(lab.Actions.Record);
        using var other = new TileActions(lab, lab.Playback, lab.Desk);
        Assert.False(other.Record.IsChecked);
        other.Refresh();
        await lab.Client.UntilAsync(() => other.Record.IsChecked, "the other tile sees it");
    }
}
