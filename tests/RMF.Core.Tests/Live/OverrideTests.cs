using RMF.Core.Inventory;
using RMF.Core.Live;

namespace RMF.Core.Tests.Live;

public sealed class OverrideTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TileEnd Here = new("cam-a", "rec-a");
    private static readonly TileEnd There = new("cam-b", "rec-b");

    [Fact]
    public void The_narrower_order_wins_and_of_two_of_one_scope_the_newer()
    {
        var side = Order(9, OverrideScope.Side, "", Side.Secondary);
        var recorder = Order(5, OverrideScope.Recorder, "rec-a", Side.Primary);
        var camera = Order(2, OverrideScope.Camera, "cam-a", Side.Secondary);
        var other = Order(3, OverrideScope.Camera, "cam-b", Side.Primary) with { TargetSide = Side.Secondary };

        Assert.Equal(Side.Secondary, In(side).Pin);
        Assert.Equal(Side.Primary, In(side, recorder).Pin);
        Assert.Equal(Side.Secondary, In(side, recorder, camera).Pin);
        Assert.Equal(Side.Primary, In(side, recorder, camera, other).Pin);
        Assert.Null(In(Order(1, OverrideScope.Camera, "cam-x", Side.Secondary)).Pin);
        Assert.Null(In(Order(1, OverrideScope.Camera, "cam-b", Side.Secondary)).Pin);
    }

    [Fact]
    public void A_pin_and_a_suspension_are_two_things()
    {
        var order = In(Order(1, OverrideScope.Camera, "cam-a", Side.Secondary), Order(2, OverrideScope.Side, "", Side.Primary) with { Act = OverrideAct.Suspend });
        Assert.Equal(new TileOrder(Side.Secondary, null, true), order);
    }

    [Fact]
    public void What_is_lifted_or_past_is_not_in_force()
    {
        var camera = Order(1, OverrideScope.Camera, "cam-a", Side.Secondary);
        Assert.Equal(default, In(camera, camera with { Serial = 2, IsLifted = true }));
        Assert.Equal(default, In(camera with { Until = Now }));
        Assert.Equal(Now.AddTicks(1), In(camera with { Until = Now.AddTicks(1) }).Until);
    }

    [Fact]
    public void Merging_does_not_depend_on_order_or_repetition()
    {
        var random = new Random(7);
        var records = Enumerable.Range(0, 60).Select(i => Order(random.Next(8), (OverrideScope)random.Next(3), "cam-" + random.Next(3), (Side)random.Next(2)) with
        {
            IsLifted = random.Next(3) == 0,
            Reason = "r" + random.Next(3),
            From = Now.AddSeconds(random.Next(3)),
            Until = random.Next(4) == 0 ? Now.AddSeconds(random.Next(-2, 2)) : null,
        }).ToList();
        var wanted = OverrideMerge.Newest(records);
        for (var i = 0; i < 50; i++)
        {
            var shuffled = records.Concat(records.Take(i)).OrderBy(_ => random.Next()).ToList();
            Assert.Equal(wanted, OverrideMerge.Newest(shuffled));
            Assert.Equal(wanted, OverrideMerge.Newest(OverrideMerge.Newest(shuffled.Take(i)).Concat(shuffled)));
        }

        Assert.Equal(wanted.Count, wanted.Select(r => r.Key).Distinct().Count());
    }

    [Fact]
    public void The_newest_counts_by_serial_then_time_then_taking_back_then_text()
    {
        var order = Order(5, OverrideScope.Camera, "cam-a", Side.Secondary);
        Wins(order, order with { Serial = 4, From = Now.AddHours(1), IsLifted = true, Reason = "z" });
        Wins(order with { From = Now.AddSeconds(1) }, order with { IsLifted = true, Reason = "z" });
        Wins(order with { IsLifted = true }, order with { Reason = "~" });
        Wins(order with { Reason = "z" }, order with { Reason = "a" });

        static void Wins(OverrideRecord newer, OverrideRecord older)
        {
            Assert.Equal([newer], OverrideMerge.Newest([newer, older]));
            Assert.Equal([newer], OverrideMerge.Newest([older, newer]));
        }
    }

    [Fact]
    public void Records_come_in_the_order_of_their_serials_then_of_their_text()
    {
        var a = Order(2, OverrideScope.Camera, "cam-a", Side.Primary);
        var b = Order(2, OverrideScope.Camera, "cam-b", Side.Primary);
        var first = Order(1, OverrideScope.Camera, "cam-z", Side.Primary);
        Assert.Equal([first, a, b], OverrideMerge.Newest([b, a, first]));
    }

    [Fact]
    public void The_next_serial_is_above_all_that_are_known()
    {
        Assert.Equal(1, OverrideMerge.NextSerial([]));
        Assert.Equal(8, OverrideMerge.NextSerial([Order(7, OverrideScope.Side, "", Side.Primary), Order(3, OverrideScope.Side, "", Side.Primary)]));
    }

    [Fact]
    public void An_order_to_all_tiles_is_one_whatever_the_side_it_names()
    {
        var side = Order(1, OverrideScope.Side, "", Side.Primary);
        Assert.Equal(side.Key, (side with { TargetSide = Side.Secondary }).Key);
        Assert.NotEqual(Order(1, OverrideScope.Camera, "x", Side.Primary).Key, (Order(1, OverrideScope.Camera, "x", Side.Primary) with { TargetSide = Side.Secondary }).Key);
        Assert.Equal(Side.Secondary, In(side with { Show = Side.Secondary, TargetSide = Side.Secondary }).Pin);
    }

    [Fact]
    public void Of_two_orders_with_one_serial_the_primarys_camera_counts()
        => Assert.Equal(Side.Primary, In(Order(3, OverrideScope.Camera, "cam-a", Side.Primary), Order(3, OverrideScope.Camera, "cam-b", Side.Secondary) with { TargetSide = Side.Secondary }).Pin);

    [Fact]
    public void A_lifted_order_is_kept_until_no_site_holds_what_it_lifts()
    {
        var order = Order(1, OverrideScope.Camera, "cam-a", Side.Secondary);
        var lifted = order with { Serial = 2, IsLifted = true };
        Assert.Equal([lifted], OverrideMerge.Settled([[lifted], [order]], Now));
        Assert.Equal([lifted], OverrideMerge.Settled([[lifted], null], Now));
        Assert.Empty(OverrideMerge.Settled([[lifted], [lifted]], Now));
        Assert.Empty(OverrideMerge.Settled([[lifted], []], Now));
        Assert.Empty(OverrideMerge.Settled([[order with { Until = Now }], null], Now));
        Assert.Equal([order], OverrideMerge.Settled([[order], []], Now));
    }

    [Fact]
    public void A_tile_is_told_what_changed_and_nothing_else()
    {
        var steady = TimeSpan.FromSeconds(50);
        var none = default(TileOrder);
        var pinned = new TileOrder(Side.Secondary, Now.AddSeconds(10), false);
        Assert.Empty(pinned.Since(pinned, Now, steady));
        Assert.Equal([TileEvent.Pin(Side.Secondary, TimeSpan.FromSeconds(60))], pinned.Since(none, Now, steady));
        Assert.Equal([TileEvent.Pin(Side.Secondary)], (pinned with { Until = null }).Since(pinned, Now, steady));
        Assert.Equal([TileEvent.Unpin], none.Since(pinned, Now, steady));
        Assert.Equal([TileEvent.Unpin, TileEvent.Suspend], (none with { IsSuspended = true }).Since(pinned, Now, steady));
        Assert.Equal([TileEvent.Resume], pinned.Since(pinned with { IsSuspended = true }, Now, steady));
    }

    private static TileOrder In(params OverrideRecord[] records) => new OverridesInForce(records, Now).For(Here, There);

    private static OverrideRecord Order(long serial, OverrideScope scope, string target, Side show)
        => new() { Serial = serial, Scope = scope, Act = OverrideAct.Show, Target = scope == OverrideScope.Side ? "" : target, Show = show, From = Now };
}
