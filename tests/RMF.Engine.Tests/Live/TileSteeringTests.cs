using RMF.Core.Inventory;
using RMF.Core.Live;
using RMF.Engine.Live;
using RMF.Engine.Ports;
using RMF.Testing;
using Xunit;

namespace RMF.Engine.Tests.Live;

public sealed class TileSteeringTests : IAsyncDisposable
{
    private readonly ManualTimeProvider time = new();
    private readonly FakeFrames primary;
    private readonly FakeFrames secondary;
    private readonly LiveHost host;
    private readonly TileSteering steering;
    private readonly LiveTile tile;

    public TileSteeringTests()
    {
        primary = new FakeFrames(time);
        secondary = new FakeFrames(time);
        host = new LiveHost(time);
        steering = new TileSteering(host);
        tile = Open("x");
        Play(1_000);
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public void Who_holds_a_tile_in_front_of_the_screen_outranks_an_order_to_show_a_side()
    {
        steering.Follow(Orders(Show(Side.Secondary)));
        Assert.Equal(Side.Secondary, tile.Status.Shown);

        Assert.Null(steering.Hold(tile, Side.Primary));
        Play(1_000);
        Assert.Equal((true, Side.Primary), (steering.IsHeld(tile), tile.Status.Shown!.Value));

        // Neither an order that stays nor a newer one moves it.
        steering.Follow(Orders(Show(Side.Secondary)));
        steering.Follow(Orders(Show(Side.Secondary) with { Serial = 9 }));
        Play(1_000);
        Assert.Equal((Side.Primary, TilePhase.Pinned), (tile.Status.Shown!.Value, tile.Status.Phase));
    }

    [Fact]
    public void What_was_ordered_counts_again_at_once_when_the_tile_is_released()
    {
        steering.Hold(tile, Side.Primary);
        steering.Follow(Orders(Show(Side.Secondary)));
        Play(1_000);
        Assert.Equal(Side.Primary, tile.Status.Shown);
        steering.Release(tile);
        Assert.Equal((false, Side.Secondary, TilePhase.Pinned), (steering.IsHeld(tile), tile.Status.Shown!.Value, tile.Status.Phase));
        steering.Follow(OverridesInForce.None);
        Assert.Equal(Side.Primary, tile.Status.Home);
    }

    [Fact]
    public void A_tile_that_nobody_holds_is_not_released()
    {
        tile.Pin(Side.Secondary);
        steering.Release(tile);
        Assert.Equal(TilePhase.Pinned, tile.Status.Phase);
    }

    [Fact]
    public void An_order_to_stay_is_followed_by_a_tile_that_is_held()
    {
        steering.Hold(tile, Side.Secondary);
        steering.Follow(Orders(Show(Side.Primary), new OverrideRecord { Serial = 2, Scope = OverrideScope.Side, Act = OverrideAct.Suspend }));
        Assert.Equal((TilePhase.Paused, Side.Secondary), (tile.Status.Phase, tile.Status.Shown!.Value));
        steering.Release(tile);
        Assert.Equal((TilePhase.Paused, Side.Primary), (tile.Status.Phase, tile.Status.Home));
        steering.Follow(OverridesInForce.None);
        Assert.Equal(TilePhase.Home, tile.Status.Phase);
    }

    [Fact]
    public async Task A_closed_tile_is_forgotten_and_another_of_the_camera_follows_anew()
    {
        steering.Hold(tile, Side.Secondary);
        steering.Follow(Orders(Show(Side.Secondary)));
        await host.CloseAsync(tile);
        steering.Forget(tile);
        Assert.False(steering.IsHeld(tile));
        var next = Open("x");
        Play(1_000);
        Assert.Equal(Side.Primary, next.Status.Shown);
        steering.Follow(Orders(Show(Side.Secondary)));
        Assert.Equal(Side.Secondary, next.Status.Shown);
    }

    [Fact]
    public void An_order_to_a_recording_server_reaches_a_tile_whose_server_became_known()
    {
        var order = Orders(new OverrideRecord { Serial = 1, Scope = OverrideScope.Recorder, Act = OverrideAct.Show, Target = "rec-new", Show = Side.Secondary });
        steering.Follow(order);
        Assert.Equal(Side.Primary, tile.Status.Shown);
        host.Describe(tile, tile.Pair with { Primary = tile.Pair.Primary with { Request = new FrameRequest("x", "rec-new") } });
        steering.Follow(order);
        Assert.Equal(Side.Secondary, tile.Status.Shown);
    }

    private static OverridesInForce Orders(params OverrideRecord[] records) => new(records, DateTimeOffset.UnixEpoch);

    private static OverrideRecord Show(Side side) => new() { Serial = 1, Scope = OverrideScope.Camera, Act = OverrideAct.Show, Target = "x", Show = side };

    private LiveTile Open(string camera) => host.Open(
        new TilePair("Gate", new TileSource(primary, new FrameRequest(camera, "rec-a"), "a"), new TileSource(secondary, new FrameRequest("y", "rec-b"), "b")),
        new TileSettings());

    private void Play(int milliseconds)
    {
        for (var at = 0; at < milliseconds; at += 40)
        {
            time.Advance(TimeSpan.FromMilliseconds(40));
            primary.Frame();
            secondary.Frame();
        }
    }
}
