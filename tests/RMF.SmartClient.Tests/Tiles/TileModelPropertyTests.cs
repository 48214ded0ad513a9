using FsCheck;
using FsCheck.Fluent;
using RMF.Core.Inventory;
using RMF.Core.Live;
using RMF.Engine.Live;
using RMF.Engine.Ports;
using RMF.SmartClient.Tests.Fakes;
using RMF.Testing;
using static RMF.SmartClient.Tests.Fakes.Publications;

namespace RMF.SmartClient.Tests.Tiles;

/// <summary>A tile's model against the reducer's own commands: a second host hears the same streams and the same operator.</summary>
[Trait("Proof", "plugin-model")]
public sealed class TileModelPropertyTests
{
    private const int Steps = 60;

    [Fact]
    public void A_tile_shows_what_the_reducer_commands_and_nothing_else()
        => Check.One(PropertySeed.Config(60), Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => Holds(seed)));

    private static bool Holds(int seed)
    {
        var random = new Random(seed);
        var lab = new ClientLab(new FakePlatform { Machine = "VIEW-" + seed }).Publish(Published(1, ManyPairs(1)));
        try
        {
            Task.Run(lab.StartAsync).GetAwaiter().GetResult();
            var tile = lab.Open(1);
            var commands = new Commands();
            var host = new LiveHost(lab.Platform.Time, commands);
            var twin = host.Open(
                new TilePair("twin", new TileSource(tile.Of(Side.Primary), new FrameRequest("p", "x"), "a"), new TileSource(tile.Of(Side.Secondary), new FrameRequest("s", "y"), "b")),
                lab.Session.LiveHost.Tiles[0].Settings);
            for (var step = 0; step < Steps; step++)
            {
                Act(random, lab, tile, twin);
                var (shown, keeps) = (tile.Model.Shown, tile.Model.KeepsLastPicture);
                lab.Platform.Pump();
                Assert.True(
                    (commands.Shown, commands.Keeps, twin.Status.Phase) == (tile.Model.Shown, tile.Model.KeepsLastPicture, lab.Session.LiveHost.Tiles[0].Status.Phase),
                    $"seed {seed}, step {step}: the reducer says {commands.Shown} {commands.Keeps} {twin.Status.Phase}, the tile {tile.Model.Shown} {tile.Model.KeepsLastPicture} {tile.Model.Phase}, before {shown} {keeps}");
                Assert.Equal(tile.Model.KeepsLastPicture, tile.Model.KeepReason.Length > 0);
            }

            host.DisposeAsync().AsTask().GetAwaiter().GetResult();
            return true;
        }
        finally
        {
            lab.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    private static void Act(Random random, ClientLab lab, TestTile tile, LiveTile twin)
    {
        var side = random.Next(2) == 0 ? Side.Primary : Side.Secondary;
        switch (random.Next(9))
        {
            case 0:
                tile.Silence(side);
                break;
            case 1:
                // Both hosts hear it, as two viewers of one connection would.
                tile.Silence(side);
                tile.Of(side).Streams.ForEach(s => s.Lose(StreamLossKind.ConnectionLost, "gone"));
                break;
            case 2:
                tile.Speak();
                break;
            case 3 when tile.Model.ShowOtherSide.IsEnabled:
                tile.Model.ShowOtherSide.Execute(null);
                twin.Pin(tile.Model.Shown == Side.Primary ? Side.Secondary : Side.Primary);
                break;
            case 4 when tile.Model.Pin is { IsEnabled: true, IsChecked: false }:
                tile.Model.Pin.Execute(null);
                twin.Pin(tile.Model.Shown!.Value);
                break;
            case 5 when tile.Model.BackToAutomatic.IsEnabled:
                if (tile.Model.Pin.IsChecked)
                {
                    twin.Send(TileEvent.Unpin);
                }

                tile.Model.BackToAutomatic.Execute(null);
                twin.Send(TileEvent.Failback);
                break;
            default:
                lab.Play(random.Next(40, 4_000) / 1000d);
                break;
        }
    }

    private sealed class Commands : ILiveObserver
    {
        public Side? Shown { get; private set; }

        public bool Keeps { get; private set; }

        public void OnSwitch(TileSwitch moved)
        {
            Shown = moved.To ?? Shown;
            Keeps = moved.To is null;
        }

        public void OnPicture(string tile, TimeSpan gap)
        {
        }
    }
}
