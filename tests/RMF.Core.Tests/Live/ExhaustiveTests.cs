using RMF.Core.Inventory;
using RMF.Core.Live;
using Xunit;
using Xunit.Abstractions;

namespace RMF.Core.Tests.Live;

/// <summary>Every position with every kind of evidence on both sides, every operator's wish, policy and timer, under every event.</summary>
[Trait("Proof", "live-exhaustive")]
public sealed class ExhaustiveTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Now = TimeSpan.FromHours(1);

    private static readonly SideHealth[] Evidence =
    [
        default,
        new() { LastFrame = Ago(0.02), GoodSince = Ago(600) },
        new() { LastFrame = Ago(0.02), GoodSince = Ago(12), NeedsValidation = true },
        new() { LastFrame = Ago(0.02), GoodSince = Ago(3), NeedsValidation = true },
        new() { LastFrame = Ago(2), GoodSince = Ago(600) },
        new() { LastFrame = Ago(4), GoodSince = Ago(600) },
        new() { LastFrame = Ago(2), GoodSince = Ago(600), PeersUntil = Now + TimeSpan.FromSeconds(1) },
        new() { LastFrame = Ago(0.02), GoodSince = Ago(600), IsCut = true, NeedsValidation = true },
        new() { IsCut = true, NeedsValidation = true },
    ];

    private static readonly TileEvent[] Events =
    [
        TileEvent.Tick, TileEvent.Unpin, TileEvent.Suspend, TileEvent.Resume, TileEvent.Failback,
        .. new[] { Side.Primary, Side.Secondary }.SelectMany(s => new[]
        {
            TileEvent.Frame(s), TileEvent.Opened(s), TileEvent.Cut(s), TileEvent.PeersLost(s), TileEvent.Pin(s), TileEvent.Pin(s, Ago(1)),
        }),
    ];

    [Fact]
    public void Every_state_and_event_keeps_the_rules()
    {
        var steps = 0;
        var seen = new HashSet<(TilePosition, string)>();
        foreach (var settings in AllSettings())
        {
            foreach (var state in States(settings))
            {
                foreach (var happened in Events)
                {
                    var step = TileReducer.Step(state, happened, settings, Now);
                    Check(state, happened, settings, step);
                    if (step.Taken is { } row)
                    {
                        seen.Add((Rebased(state, happened, settings), row));
                    }

                    steps++;
                }
            }
        }

        output.WriteLine($"{steps} steps, {seen.Count} rows of the table taken");
        Assert.Equal(TransitionDiagram.Rows.Order(), seen.Order());
    }

    private static void Check(TileState before, TileEvent happened, TileSettings settings, TileStep step)
    {
        var after = step.State;
        Must(step == TileReducer.Step(before, happened, settings, Now), "deterministic");
        Must(step.Ignored is null || step.Ignored.EndsWith('.'), "a reason is a sentence");
        Must(step.Ignored is not null || after != before with { LastEvent = Now }, "taken in or ignored with a reason");

        // The position agrees with what is shown.
        Must(after.Home == (after.Pin?.Side ?? settings.Priority), "home");
        Must(after.Position switch
        {
            TilePosition.Starting => after.Shown is null,
            TilePosition.Home => after.Shown == after.Home,
            TilePosition.Away or TilePosition.ReturningHome => after.Shown == after.Away,
            _ => true,
        }, "position");

        var isStuck = after.Position is TilePosition.Home or TilePosition.Away or TilePosition.ReturningHome && Is(after, after.Shown!.Value, SideStatus.Lost);
        Must(!(isStuck && HasPicture(after, Other(after.Shown!.Value), settings)), "a dead picture while the other side has one");
        Must(!(isStuck && !Is(after, Other(after.Shown!.Value), SideStatus.Suspect)), "a dead picture and nobody says so");
        Must(!(after.Position == TilePosition.BothLost && before.Position == TilePosition.BothLost && (HasPicture(after, Side.Primary, settings) || HasPicture(after, Side.Secondary, settings))), "both lost with a picture");
        if (step.Command is not { } command)
        {
            return;
        }

        Must(command.Gap >= TimeSpan.Zero, "gap");
        if (command.Kind == TileCommandKind.KeepLast)
        {
            Must(after.Position == TilePosition.BothLost && command.To == before.Shown, "keeps the last");
            return;
        }

        Must(HasPicture(after, command.To!.Value, settings), "shows a side without a picture");
        if (!command.IsSwitch || before.Position == TilePosition.BothLost || Is(after, command.From!.Value, SideStatus.Lost) || Is(after, command.From!.Value, SideStatus.Unknown))
        {
            return;
        }

        // From here on the tile leaves a side that was not lost: only towards home, and only when all that protects it agrees.
        Must(command.To == after.Home, "leaves a living picture for another side than home");
        var asked = after.Pin is not null || before.WantsHome || happened.Kind == TileEventKind.Failback;
        if (asked)
        {
            return;
        }

        Must(!(after.IsPaused), "paused");
        Must(settings.Failback is not (FailbackMode.Manual or FailbackMode.Never), "goes by itself");
        Must(Now - before.Since >= settings.Dwell, "dwell");
        Must(after.Strikes.LastFailover is not { } last || Now - last >= after.Strikes.Hold(settings), "hold");
        var proof = settings.Failback == FailbackMode.Immediate ? TimeSpan.Zero : settings.ValidateFor + (settings.Failback == FailbackMode.Delayed ? settings.Delay : TimeSpan.Zero);
        Must(Now - after.Of(after.Home).GoodSince >= proof + settings.Jitter, "validation");

        void Must(bool holds, string rule)
        {
            if (!holds)
            {
                Assert.Fail($"{rule}: {before} {happened} {settings} -> {step}");
            }
        }

        bool Is(TileState state, Side side, SideStatus status) => state.Of(side).Status(settings, Now) == status;
    }

    /// <summary>Where a tile stands after a pin that came or went has made another side its home.</summary>
    private static TilePosition Rebased(TileState state, TileEvent happened, TileSettings settings)
    {
        var pin = state.Pin is { Until: { } until } && until <= Now ? null : state.Pin;
        pin = happened.Kind switch
        {
            TileEventKind.Unpin => null,
            TileEventKind.Pin when happened.Until is null => new TilePin(happened.Side, null),
            _ => pin,
        };
        var home = pin?.Side ?? settings.Priority;
        return home == state.Home || state.Position is TilePosition.Starting or TilePosition.BothLost ? state.Position
            : state.Shown == home ? TilePosition.Home : TilePosition.Away;
    }

    private static bool HasPicture(TileState state, Side side, TileSettings settings)
        => state.Of(side).Status(settings, Now) is SideStatus.Healthy or SideStatus.Validating;

    private static Side Other(Side side) => side == Side.Primary ? Side.Secondary : Side.Primary;

    private static IEnumerable<TileSettings> AllSettings()
    {
        foreach (var mode in Enum.GetValues<FailbackMode>())
        {
            foreach (var priority in Enum.GetValues<Side>())
            {
                foreach (var jitter in new[] { 0, 1 })
                {
                    yield return new TileSettings { Failback = mode, Priority = priority, Delay = TimeSpan.FromSeconds(30), Jitter = TimeSpan.FromSeconds(jitter) };
                }
            }
        }
    }

    private static IEnumerable<TileState> States(TileSettings settings)
    {
        Side?[] none = [null];
        foreach (var position in Enum.GetValues<TilePosition>())
        {
            foreach (var pin in new TilePin?[] { null, new(Side.Primary, null), new(Side.Secondary, Now + TimeSpan.FromSeconds(5)), new(Side.Primary, Ago(0.01)) })
            {
                var home = pin?.Side ?? settings.Priority;
                foreach (var shown in position switch
                {
                    TilePosition.Starting => none,
                    TilePosition.Home => [home],
                    TilePosition.BothLost => [null, Side.Primary, Side.Secondary],
                    _ => [Other(home)],
                })
                {
                    foreach (var flags in Enumerable.Range(0, 16))
                    {
                        foreach (var primary in Evidence)
                        {
                            foreach (var secondary in Evidence)
                            {
                                yield return new TileState
                                {
                                    Position = position,
                                    Home = home,
                                    Shown = shown,
                                    Primary = primary,
                                    Secondary = secondary,
                                    Pin = pin,
                                    IsPaused = (flags & 1) != 0,
                                    WantsHome = (flags & 2) != 0 && position is TilePosition.Away or TilePosition.ReturningHome,
                                    OpenedAt = position == TilePosition.Starting ? Ago((flags & 4) != 0 ? 0.1 : 1.5) : Ago(1000),
                                    Since = Ago((flags & 4) != 0 ? 1 : 100),
                                    Strikes = (flags & 8) != 0 ? new Strikes { Count = 4, LastFailover = Ago((flags & 4) != 0 ? 1 : 11) } : default,
                                    LastEvent = Ago(0.02),
                                };
                            }
                        }
                    }
                }
            }
        }
    }

    private static TimeSpan Ago(double seconds) => Now - TimeSpan.FromSeconds(seconds);
}
