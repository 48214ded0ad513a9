using RMF.Core.Inventory;
using RMF.Core.Live;
using RMF.Engine.Ports;
using RMF.SmartClient.Tests.Fakes;

namespace RMF.SmartClient.Tests.Tiles;

/// <summary>Whatever happens to a tile, it shows what the reducer commands and nothing else. The reducer runs beside it on the same events.</summary>
[Trait("Proof", "plugin-model")]
public sealed class TileModelPropertyTests
{
    private const int Seeds = 24;
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task A_tile_shows_what_the_reducer_commands_and_nothing_else()
    {
        var causes = new HashSet<SwitchCause>();
        for (var seed = 1; seed <= Seeds; seed++)
        {
            await PlayAsync(seed, causes);
        }

        Assert.Superset(
            new HashSet<SwitchCause> { SwitchCause.Started, SwitchCause.HomeLost, SwitchCause.AwayLost, SwitchCause.BothLost, SwitchCause.PictureAgain, SwitchCause.Failback, SwitchCause.Operator },
            causes);
    }

    private static async Task PlayAsync(int seed, HashSet<SwitchCause> causes)
    {
        var random = new Random(seed);
        await using var lab = new ClientLab();
        var (platform, session) = (lab.Platform, lab.Session);
        var tile = new TestTile(session.OpenTile(Publications.A(1), Publications.B(1)), platform.Time);
        tile.OpenLive();
        var model = tile.Model;
        var settings = Assert.Single(session.LiveHost.Tiles).Settings;
        var start = platform.Clock.GetUtcNow();
        var state = TileState.Open(settings, TimeSpan.Zero);
        var isHeld = false;

        // Half of the runs are so calm that sides prove themselves and tiles go home.
        var calm = seed % 2 == 0 ? 10 : 1;
        var isSilent = new Dictionary<Side, bool> { [Side.Primary] = false, [Side.Secondary] = false };
        var stalledUntil = TimeSpan.Zero;
        for (var now = Step; now < Length; now += Step)
        {
            platform.Ui.IsStalled = now < stalledUntil;
            platform.Clock.Advance(Step);
            if (platform.Ui.IsStalled)
            {
                continue;
            }

            if (now.Ticks % RMF.Engine.Live.LiveHost.TickTime.Ticks == 0)
            {
                Take(TileEvent.Tick);
            }

            foreach (var side in new[] { Side.Primary, Side.Secondary })
            {
                isSilent[side] = random.Next(isSilent[side] ? 250 : 900 * calm) == 0 ? !isSilent[side] : isSilent[side];
                if (!isSilent[side] && now.Ticks % (4 * Step.Ticks) == 0)
                {
                    tile.Stream(side).Frame();
                    Take(TileEvent.Frame(side));
                }
                else if (random.Next(1_500 * calm) == 0)
                {
                    tile.Stream(side).Lose(random.Next(2) == 0 ? StreamLossKind.Refused : StreamLossKind.StreamEnded, "by the test");
                    Take(TileEvent.Cut(side));
                }
            }

            platform.Pump();
            model.Refresh();
            Act();
            platform.Pump();
            model.Refresh();
            var told = $"seed {seed}, {now.TotalSeconds} s";
            Assert.Equal((state.Shown, state.Position == TilePosition.BothLost, state.Phase, told), (model.Shown, model.KeepsLastPicture, model.Phase, told));
            stalledUntil = random.Next(3_000 * calm) == 0 ? now + TimeSpan.FromSeconds(random.Next(1, 8)) : stalledUntil;

            void Take(TileEvent happened)
            {
                var step = TileReducer.Step(state, happened, settings, platform.Clock.GetUtcNow() - start);
                state = step.State;
                if (step.Command is { } command)
                {
                    causes.Add(command.Cause);
                }
            }

            void Act()
            {
                switch (random.Next(1_200 * calm))
                {
                    case 0 when model.ShowOtherSide.IsEnabled:
                        Take(TileEvent.Pin(model.Shown == Side.Primary ? Side.Secondary : Side.Primary));
                        isHeld = true;
                        model.ShowOtherSide.Execute(null);
                        break;
                    case 1 when model.Pin.IsEnabled:
                        Take(isHeld ? TileEvent.Unpin : TileEvent.Pin(model.Shown!.Value));
                        isHeld = !isHeld;
                        model.Pin.Execute(null);
                        break;
                    case 2 or 3 or 4 when model.BackToAutomatic.IsEnabled:
                        if (isHeld)
                        {
                            Take(TileEvent.Unpin);
                        }

                        Take(TileEvent.Failback);
                        isHeld = false;
                        model.BackToAutomatic.Execute(null);
                        break;
                }
            }
        }

        Assert.Equal(isHeld, model.Pin.IsChecked);
    }
}
