using RMF.Core.Inventory;
using RMF.Core.Live;
using RMF.Engine.Ports;
using RMF.Policy.Publishing;
using RMF.SmartClient.Model.Policies;
using RMF.SmartClient.Model.Tiles;
using RMF.SmartClient.Tests.Fakes;
using static RMF.SmartClient.Tests.Fakes.Publications;

namespace RMF.SmartClient.Tests.Tiles;

[Trait("Proof", "plugin-model")]
public sealed class TileModelTests : IAsyncDisposable
{
    private readonly ClientLab lab = new();

    public ValueTask DisposeAsync() => lab.DisposeAsync();

    [Fact]
    public async Task A_tile_shows_home_and_leaves_it_when_it_is_lost()
    {
        var tile = await StartedAsync();
        Assert.Equal((Side.Primary, TilePhase.Home, false), (tile.Model.Shown!.Value, tile.Model.Phase, tile.Model.Overlay.IsVisible));

        tile.Lose(Side.Primary, "the connection broke");
        Assert.Equal(Side.Primary, tile.Model.Shown);
        lab.Platform.Pump();
        Assert.Equal((Side.Secondary, TilePhase.Away, false), (tile.Model.Shown!.Value, tile.Model.Phase, tile.Model.KeepsLastPicture));
        var overlay = tile.Model.Overlay;
        Assert.Equal((true, true, "Secondary", "b REC-B1"), (overlay.IsVisible, overlay.IsWarning, overlay.SideText, overlay.PlaceText));
        Assert.Equal("The primary lost its picture.", overlay.ReasonText);
        Assert.Equal($"since {lab.Platform.Time.GetUtcNow():HH:mm:ss}", overlay.SinceText);

        tile.Speak();
        lab.Play(5);
        Assert.Equal("Goes back to the primary when that has proved itself.", overlay.StateText);
        lab.Play(10);
        Assert.Equal((Side.Primary, TilePhase.Home, false), (tile.Model.Shown!.Value, tile.Model.Phase, overlay.IsVisible));
        Assert.Equal((false, "a REC-A1", "The primary has proved itself again."), (overlay.IsWarning, overlay.PlaceText, overlay.ReasonText));
    }

    [Fact]
    public async Task The_last_picture_stays_with_the_reason_when_both_sides_are_lost()
    {
        var tile = await StartedAsync();
        tile.Lose(Side.Primary, "recorder A is gone");
        lab.Play(2);
        tile.Lose(Side.Secondary, "no permission", StreamLossKind.Refused);
        lab.Platform.Pump();
        Assert.Equal((Side.Secondary, true, TilePhase.BothLost), (tile.Model.Shown!.Value, tile.Model.KeepsLastPicture, tile.Model.Phase));
        Assert.Equal($"No picture since {lab.Platform.Time.GetUtcNow():HH:mm:ss}. The last one stays.\nPrimary: recorder A is gone\nSecondary: no permission", tile.Model.KeepReason);
        Assert.Equal((true, true, "Neither side has a picture."), (tile.Model.Overlay.IsVisible, tile.Model.Overlay.IsWarning, tile.Model.Overlay.ReasonText));

        tile.Speak();
        lab.Play(0.2);
        Assert.Equal((Side.Primary, false, ""), (tile.Model.Shown!.Value, tile.Model.KeepsLastPicture, tile.Model.KeepReason));
    }

    [Fact]
    public async Task A_tile_that_never_had_a_picture_promises_none()
    {
        lab.Publish(Published(1, ManyPairs(1)));
        await lab.StartAsync();
        var tile = lab.Open(1);
        tile.Silence(Side.Primary, Side.Secondary);
        lab.Play(2);
        Assert.Equal((null, true), (tile.Model.Shown, tile.Model.KeepsLastPicture));
        Assert.EndsWith(".\nPrimary: no picture came\nSecondary: no picture came", tile.Model.KeepReason, StringComparison.Ordinal);
        Assert.DoesNotContain("last one", tile.Model.KeepReason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_tiles_stall_moves_no_other()
    {
        var stalled = await StartedAsync(cameras: 4);
        var moves = 0;
        foreach (var other in lab.Tiles.Skip(1))
        {
            other.Model.PropertyChanged += (_, e) => moves += e.PropertyName == nameof(TileModel.Shown) ? 1 : 0;
        }

        stalled.Silence(Side.Primary);
        lab.Play(5);
        Assert.Equal(Side.Secondary, stalled.Model.Shown);
        Assert.Equal(0, moves);
        Assert.All(lab.Tiles.Skip(1), t => Assert.Equal((Side.Primary, TilePhase.Home), (t.Model.Shown!.Value, t.Model.Phase)));
    }

    [Fact]
    public async Task A_user_interface_that_stands_still_moves_nobody()
    {
        await StartedAsync(cameras: 4);
        var moves = 0;
        lab.Tiles.ForEach(t => t.Model.PropertyChanged += (_, e) => moves += e.PropertyName == nameof(TileModel.Shown) ? 1 : 0);
        lab.Platform.Ui.IsStalled = true;
        lab.Platform.Clock.Advance(TimeSpan.FromSeconds(20));
        lab.Platform.Ui.IsStalled = false;
        lab.Play(3);
        Assert.Equal(0, moves);
        Assert.All(lab.Tiles, t => Assert.Equal((Side.Primary, TilePhase.Home), (t.Model.Shown!.Value, t.Model.Phase)));
    }

    [Theory]
    [InlineData(StreamLossKind.Refused)]
    [InlineData(StreamLossKind.StreamEnded)]
    [InlineData(StreamLossKind.CameraLost)]
    [InlineData(StreamLossKind.Unreachable)]
    public async Task What_is_refused_or_ended_is_left_at_once(StreamLossKind kind)
    {
        var tile = await StartedAsync();
        tile.Lose(Side.Primary, "why", kind);
        lab.Platform.Pump();
        Assert.Equal(Side.Secondary, tile.Model.Shown);
    }

    [Fact]
    public async Task Silence_is_left_after_the_reaction_time()
    {
        var tile = await StartedAsync();
        tile.Silence(Side.Primary);
        lab.Play(0.92);
        Assert.Equal(Side.Primary, tile.Model.Shown);
        lab.Play(0.2);
        Assert.Equal(Side.Secondary, tile.Model.Shown);
    }

    [Fact]
    public async Task Whoever_looks_may_show_the_other_side_and_give_it_back()
    {
        var tile = await StartedAsync();
        var model = tile.Model;
        Assert.Equal((null, null, "The tile shows what the policy wants."), (model.ShowOtherSide.WhyNot, model.Pin.WhyNot, model.BackToAutomatic.WhyNot));

        model.ShowOtherSide.Execute(null);
        lab.Play(30);
        Assert.Equal((Side.Secondary, TilePhase.Pinned, true), (model.Shown!.Value, model.Phase, model.Pin.IsChecked));
        Assert.Equal("Pinned here to the secondary.", model.Overlay.StateText);

        model.BackToAutomatic.Execute(null);
        lab.Play(0.2);
        Assert.Equal((Side.Primary, TilePhase.Home, false), (model.Shown!.Value, model.Phase, model.Pin.IsChecked));
    }

    [Fact]
    public async Task A_pin_holds_the_side_but_never_a_dead_picture()
    {
        var tile = await StartedAsync();
        tile.Model.ShowOtherSide.Execute(null);
        lab.Play(1);
        tile.Lose(Side.Secondary, "gone");
        lab.Play(1);
        Assert.Equal((Side.Primary, true, "The other side has no picture."), (tile.Model.Shown!.Value, tile.Model.Pin.IsChecked, tile.Model.ShowOtherSide.WhyNot));
        tile.Speak();
        lab.Play(15);
        Assert.Equal(Side.Secondary, tile.Model.Shown);
        tile.Model.Pin.Execute(null);
        lab.Play(20);
        Assert.Equal((Side.Primary, false), (tile.Model.Shown!.Value, tile.Model.Pin.IsChecked));
    }

    [Fact]
    public async Task A_tile_that_is_away_may_be_asked_home_before_the_policy_lets_it()
    {
        var tile = await StartedAsync("live: { failback: { policy: manual } }\n");
        tile.Lose(Side.Primary, "gone");
        lab.Play(1);
        tile.Speak();
        lab.Play(60);
        Assert.Equal((Side.Secondary, null), (tile.Model.Shown!.Value, tile.Model.BackToAutomatic.WhyNot));
        tile.Model.BackToAutomatic.Execute(null);
        lab.Play(0.2);
        Assert.Equal(Side.Primary, tile.Model.Shown);
    }

    [Fact]
    public async Task Orders_of_the_sites_are_followed_and_told_and_whoever_looks_outranks_them()
    {
        var tile = await StartedAsync();
        lab.Order(new OverrideRecord { Serial = 1, Scope = OverrideScope.Recorder, Act = OverrideAct.Show, Target = "rec-a", Show = Side.Secondary, User = "chief", Reason = "works" });
        await FollowedAsync(() => tile.Model.Shown == Side.Secondary);
        Assert.Equal("Ordered to the secondary by chief: works", tile.Model.Overlay.StateText);
        Assert.Equal((false, "The tile follows an order. Take it back where it was given."), (tile.Model.Pin.IsChecked, tile.Model.BackToAutomatic.WhyNot));

        tile.Model.ShowOtherSide.Execute(null);
        lab.Play(5);
        Assert.Equal((Side.Primary, "Pinned here to the primary."), (tile.Model.Shown!.Value, tile.Model.Overlay.StateText));
        tile.Model.BackToAutomatic.Execute(null);
        lab.Play(0.4);
        Assert.Equal((Side.Secondary, "Ordered to the secondary by chief: works"), (tile.Model.Shown!.Value, tile.Model.Overlay.StateText));

        lab.Order();
        await FollowedAsync(() => tile.Model.Shown == Side.Primary);
    }

    [Fact]
    public async Task An_order_to_stay_is_told()
    {
        var tile = await StartedAsync();
        lab.Order(new OverrideRecord { Serial = 1, Scope = OverrideScope.Side, Act = OverrideAct.Suspend, User = "chief" });
        await FollowedAsync(() => tile.Model.Phase == TilePhase.Paused);
        Assert.Equal(("Ordered to stay by chief.", true), (tile.Model.Overlay.StateText, tile.Model.Overlay.IsVisible));
    }

    [Fact]
    public async Task A_tile_that_is_opened_later_follows_the_orders_in_force()
    {
        await StartedAsync();
        lab.Order(new OverrideRecord { Serial = 1, Scope = OverrideScope.Camera, Act = OverrideAct.Show, Target = A(2), Show = Side.Secondary });
        await FollowedAsync(() => lab.Session.Orders.All.Count == 1);
        var later = lab.Open(2);
        lab.Play(0.4);
        Assert.Equal((Side.Secondary, TilePhase.Pinned), (later.Model.Shown!.Value, later.Model.Phase));
    }

    [Fact]
    public async Task Another_policy_counts_at_once_for_tiles_that_are_open()
    {
        var tile = await StartedAsync();
        await TakeAsync(Published(2, ManyPairs(4), "live: { reactionTime: 5s, overlay: always }\n"));
        Assert.True(tile.Model.Overlay.IsVisible);
        tile.Silence(Side.Primary);
        lab.Play(4);
        Assert.Equal(Side.Primary, tile.Model.Shown);
        lab.Play(2);
        Assert.Equal(Side.Secondary, tile.Model.Shown);

        tile.Speak();
        await TakeAsync(Published(3, ManyPairs(4), "live: { priority: secondary }\n"));
        lab.Play(20);
        Assert.Equal((Side.Secondary, TilePhase.Home, false), (tile.Model.Shown!.Value, tile.Model.Phase, tile.Model.Overlay.IsWarning));
    }

    [Fact]
    public async Task A_pair_that_was_removed_leaves_the_camera_alone_and_says_so()
    {
        var tile = await StartedAsync();
        tile.Lose(Side.Primary, "gone");
        lab.Play(1);
        var changes = 0;
        tile.Model.PairChanged += (_, _) =>
        {
            changes++;
            tile.OpenLive();
        };
        await TakeAsync(Published(2, []));
        Assert.Equal((1, false, "Not protected: the policy has no pair for this camera"), (changes, tile.Model.IsProtected, tile.Model.ProtectionText));
        Assert.Equal((A(1), null, null), (tile.Model.Primary.CameraId, tile.Model.Secondary, tile.Model.Shown));
        Assert.False(tile.Model.Pin.IsOffered || tile.Model.ShowOtherSide.IsOffered || tile.Model.BackToAutomatic.IsOffered);
        tile.Speak();
        lab.Play(1);
        Assert.Equal((Side.Primary, "", "", false), (tile.Model.Shown!.Value, tile.Model.Overlay.SideText, tile.Model.Overlay.ReasonText, tile.Model.Overlay.IsWarning));
        Assert.True(tile.Of(Side.Secondary).Streams[0].IsClosed);

        await TakeAsync(Published(3, ManyPairs(1)));
        lab.Play(1);
        Assert.Equal((2, true, ""), (changes, tile.Model.IsProtected, tile.Model.ProtectionText));
        Assert.Equal((Side.Primary, B(1)), (tile.Model.Shown!.Value, tile.Model.Secondary!.CameraId));
    }

    [Fact]
    public async Task Another_name_of_a_recording_server_reconnects_no_viewer()
    {
        var tile = await StartedAsync("live: { overlay: always }\n");
        tile.Model.PairChanged += (_, _) => Assert.Fail("The cameras are the same.");
        await TakeAsync(Published(2, [Pair(1, "HARBOUR-REC")], "live: { overlay: always }\n"));
        Assert.Equal("a HARBOUR-REC", tile.Model.Overlay.PlaceText);
        Assert.Equal((1, false, Side.Primary), (tile.Of(Side.Primary).Streams.Count, tile.Stream(Side.Primary).IsClosed, tile.Model.Shown!.Value));
        Assert.Equal("a", tile.Model.Status!.Primary.Site);
    }

    [Fact]
    public async Task A_view_that_keeps_both_cameras_shows_both_before_any_policy_was_read()
    {
        lab.Down(ClientLab.LoginA, ClientLab.LoginB).Session.Start();
        var model = lab.Session.OpenTile("{" + A(1).ToUpperInvariant() + "}", B(1));
        Assert.Equal((A(1), B(1), true), (model.Primary.CameraId, model.Secondary!.CameraId, model.IsProtected));
        var alone = lab.Session.OpenTile(A(2));
        Assert.Equal((false, "Not protected: no policy was found"), (alone.IsProtected, alone.ProtectionText));

        // The policy knows the pair with its places: the same cameras, and no reason to touch the viewers.
        model.PairChanged += (_, _) => Assert.Fail("The cameras are the same.");
        var paired = 0;
        alone.PairChanged += (_, _) => paired++;
        lab.Publish(Published(1, ManyPairs(4))).Up();
        await lab.AskAsync(() => lab.Session.Policy is not null);
        Assert.Equal(("a", "REC-B1", 1), (model.Primary.Site, model.Secondary.RecorderName, paired));
    }

    [Fact]
    public async Task The_policys_pair_counts_more_than_what_a_view_keeps()
    {
        lab.Publish(Published(1, ManyPairs(4)));
        await lab.StartAsync();
        Assert.Equal(B(1), lab.Session.OpenTile(A(1), B(3)).Secondary!.CameraId);
        Assert.Null(lab.Session.OpenTile(A(9), B(9)).Secondary);
    }

    [Fact]
    public async Task A_tile_that_was_made_for_the_secondarys_camera_is_the_same_pair()
    {
        lab.Publish(Published(1, ManyPairs(1)));
        await lab.StartAsync();
        var model = lab.Session.OpenTile(B(1));
        Assert.Equal((A(1), B(1), B(1)), (model.Primary.CameraId, model.Secondary!.CameraId, model.CameraId));
    }

    [Fact]
    public async Task A_camera_without_a_pair_waits_for_no_other_side()
    {
        lab.Publish(Published(1, ManyPairs(1), "live: { priority: secondary, reactionTime: 20s, overlay: always }\n"));
        await lab.StartAsync();
        var tile = lab.Open(7);
        lab.Play(0.2);
        Assert.Equal((Side.Primary, TilePhase.Home, false), (tile.Model.Shown!.Value, tile.Model.Phase, tile.Model.Overlay.IsWarning));
        tile.Lose(Side.Primary, "gone");
        lab.Platform.Pump();
        Assert.True(tile.Model.KeepsLastPicture);
        Assert.EndsWith("The last one stays.\nCamera: gone", tile.Model.KeepReason, StringComparison.Ordinal);
        Assert.Equal("The camera gives no picture.", tile.Model.Overlay.ReasonText);
    }

    [Fact]
    public async Task Live_video_that_was_closed_leaves_what_is_shown_and_tells_why_nothing_can_be_chosen()
    {
        var tile = await StartedAsync();
        tile.Model.ShowOtherSide.Execute(null);
        lab.Play(1);
        tile.Model.CloseLive();
        lab.Platform.Pump();
        Assert.Equal((Side.Secondary, false, false), (tile.Model.Shown!.Value, tile.Model.IsLiveOpen, tile.Model.Overlay.IsVisible));
        Assert.True(tile.Stream(Side.Primary).IsClosed && tile.Stream(Side.Secondary).IsClosed);
        Assert.All(new[] { tile.Model.Pin, tile.Model.ShowOtherSide, tile.Model.BackToAutomatic }, c => Assert.Equal("Live video is not open.", c.WhyNot));
        Assert.Empty(lab.Session.LiveHost.Tiles);

        // What it was pinned to is not remembered over that.
        tile.OpenLive();
        lab.Play(0.4);
        Assert.Equal((Side.Primary, TilePhase.Home), (tile.Model.Shown!.Value, tile.Model.Phase));
    }

    [Fact]
    public async Task A_move_that_was_decided_before_a_tile_was_closed_changes_nothing_after_it()
    {
        var tile = await StartedAsync();
        tile.Lose(Side.Primary, "gone");
        tile.Model.CloseLive();
        lab.Platform.Pump();
        Assert.Equal(Side.Primary, tile.Model.Shown);
    }

    [Fact]
    public async Task Two_tiles_of_one_camera_are_two_tiles()
    {
        var one = await StartedAsync();
        var two = lab.Open(1);
        lab.Play(1);
        one.Model.ShowOtherSide.Execute(null);
        lab.Play(1);
        Assert.Equal((Side.Secondary, Side.Primary), (one.Model.Shown!.Value, two.Model.Shown!.Value));
        lab.Session.CloseTile(one.Model);
        two.Lose(Side.Primary, "gone");
        lab.Platform.Pump();
        Assert.Equal((Side.Secondary, Side.Secondary), (one.Model.Shown!.Value, two.Model.Shown!.Value));
        Assert.Equal([two.Model], lab.Session.Tiles);
    }

    [Fact]
    public async Task Sixty_four_tiles_leave_a_recording_server_together_and_the_others_stay()
    {
        lab.Publish(Published(1, [.. ManyPairs(48), .. Enumerable.Range(49, 16).Select(i => Pair(i) with { PrimaryPlace = new("a", "rec-a2", "REC-A2") })]));
        await lab.StartAsync();
        var tiles = Enumerable.Range(1, 64).Select(lab.Open).ToList();
        lab.Play(3);
        Assert.All(tiles, t => Assert.Equal(Side.Primary, t.Model.Shown));
        tiles.Take(48).ToList().ForEach(t => t.Lose(Side.Primary, "gone"));
        lab.Platform.Pump();
        Assert.All(tiles.Take(48), t => Assert.Equal(Side.Secondary, t.Model.Shown));
        lab.Play(2);
        Assert.All(tiles.Skip(48), t => Assert.Equal((Side.Primary, TilePhase.Home), (t.Model.Shown!.Value, t.Model.Phase)));
        tiles.ForEach(t => t.Speak());
        lab.Play(20);
        Assert.All(tiles, t => Assert.Equal((Side.Primary, TilePhase.Home), (t.Model.Shown!.Value, t.Model.Phase)));
    }

    [Fact]
    public async Task A_title_is_the_cameras_name_on_whichever_side_the_client_has_it()
    {
        lab.Platform.Names[A(1)] = "Gate";
        lab.Platform.Names[B(2)] = "Quay (2)";
        lab.Publish(Published(1, ManyPairs(4)));
        await lab.StartAsync();
        Assert.Equal(["Gate", "Quay (2)", A(3)], new[] { 1, 2, 3 }.Select(i => lab.Session.OpenTile(A(i)).Title));
    }

    private async Task<TestTile> StartedAsync(string more = "", int cameras = 1)
    {
        lab.Publish(Published(1, ManyPairs(4), more));
        await lab.StartAsync();
        for (var i = 1; i <= cameras; i++)
        {
            lab.Open(i);
        }

        lab.Play(3);
        return lab.Tiles[0];
    }

    private async Task TakeAsync(PolicyInForce? before, PublishedPolicy policy)
    {
        lab.Publish(policy);
        await lab.AskAsync(() => !ReferenceEquals(lab.Session.Policy, before));
    }

    private Task TakeAsync(PublishedPolicy policy) => TakeAsync(lab.Session.Policy, policy);

    // Orders are asked for on the pool every two seconds.
    private Task FollowedAsync(Func<bool> until) => lab.Platform.UntilAsync(() =>
    {
        lab.Play(0.2);
        return until();
    });
}
