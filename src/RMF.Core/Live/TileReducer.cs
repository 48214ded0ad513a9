using RMF.Core.Inventory;

namespace RMF.Core.Live;

/// <summary>
/// Decides which side a tile shows. Pure, total and deterministic: the same events at the same times lead to the same commands, in every host.
/// A host feeds it one tile's events in one order, a <see cref="TileEvent.Tick"/> at least each <see cref="LongestTick"/> among them, and carries
/// out what it commands. Thread-safe: it holds nothing.
/// </summary>
public static class TileReducer
{
    // A host that was silent for half the reaction time, or this long, has slept or stalled.
    private static readonly TimeSpan ShortestPause = TimeSpan.FromMilliseconds(250);

    /// <summary>How often a host should send a tick.</summary>
    public static TimeSpan LongestTick(TileSettings settings)
        => TimeSpan.FromTicks(Math.Min(Math.Max(settings.ReactionTime.Ticks / 4, TimeSpan.TicksPerMillisecond * 20), TimeSpan.TicksPerMillisecond * 100));

    /// <summary>Takes in one event.</summary>
    /// <param name="state">The tile before it.</param>
    /// <param name="happened">The event.</param>
    /// <param name="settings">What the policy says of the tile now. They may change from one call to the next.</param>
    /// <param name="now">The time on the host's steady clock. A time before the last event's counts as that.</param>
    public static TileStep Step(TileState state, TileEvent happened, TileSettings settings, TimeSpan now)
    {
        now = now < state.LastEvent ? state.LastEvent : now;
        state = Awake(state, settings, now) with { LastEvent = now };
        if (state.Pin is { Until: { } until } && now >= until)
        {
            state = state with { Pin = null };
        }

        var (taken, ignored) = Take(state, happened, settings, now);
        taken = Rebased(taken, settings);
        var row = TransitionTable.First(taken.Position, new TileView(taken, settings, now));
        if (row is null)
        {
            return new TileStep(taken, null, null, ignored);
        }

        // An event that changed nothing itself may still be the first to see what time has changed.
        var (moved, command) = Move(taken, row, Gap(state, now), settings, now);
        return new TileStep(moved, command, row.When, happened.Kind == TileEventKind.Tick ? null : ignored);
    }

    private static (TileState State, string? Ignored) Take(TileState state, TileEvent happened, TileSettings settings, TimeSpan now)
    {
        var health = state.Of(happened.Side);
        switch (happened.Kind)
        {
            case TileEventKind.Frame:
                var isLate = state.Position != TilePosition.Starting && now - state.OpenedAt > settings.ReactionTime;
                return (state.With(happened.Side, health.AfterFrame(settings, now, isLate)), null);
            case TileEventKind.Cut:
                return health.IsCut ? (state, "The side is cut already.") : (state.With(happened.Side, health.AfterCut()), null);
            case TileEventKind.Opened:
                return (state, "A connection is no picture.");
            case TileEventKind.PeersLost:
                return health.IsCut || health.LastFrame is null
                    ? (state, "The side has no frames that the others could put in doubt.")
                    : (state.With(happened.Side, health.AfterSuspicion(settings, now)), null);
            case TileEventKind.Pin:
                return happened.Until <= now ? (state, "The pin is over already.")
                    : state.Pin == new TilePin(happened.Side, happened.Until) ? (state, "The pin stands already.")
                    : (state with { Pin = new TilePin(happened.Side, happened.Until), WantsHome = false }, null);
            case TileEventKind.Unpin:
                return state.Pin is null ? (state, "Nothing is pinned.") : (state with { Pin = null }, null);
            case TileEventKind.Suspend:
                return state.IsPaused ? (state, "The tile is paused already.") : (state with { IsPaused = true }, null);
            case TileEventKind.Resume:
                return state.IsPaused ? (state with { IsPaused = false }, null) : (state, "The tile is not paused.");
            case TileEventKind.Failback:
                return Failback(state, settings);
            default:
                return (state, "Nothing but time.");
        }
    }

    private static (TileState State, string? Ignored) Failback(TileState state, TileSettings settings)
    {
        if (state.Pin is not null)
        {
            return (state, "A pin holds the tile; lift it.");
        }

        if (state.Position is not (TilePosition.Away or TilePosition.ReturningHome))
        {
            return (state, "The tile is not away.");
        }

        return settings.Failback == FailbackMode.Never ? (state, "The policy says never.")
            : state.WantsHome ? (state, "It was asked for already.")
            : (state with { WantsHome = true }, null);
    }

    /// <summary>The host slept or stalled: the time in which it saw nothing is no evidence, neither against a side nor for it.</summary>
    private static TileState Awake(TileState state, TileSettings settings, TimeSpan now)
    {
        var pause = now - state.LastEvent;
        var limit = TimeSpan.FromTicks(Math.Max(settings.ReactionTime.Ticks / 2, ShortestPause.Ticks));
        return pause <= limit ? state : state with
        {
            Primary = state.Primary.Without(pause),
            Secondary = state.Secondary.Without(pause),
            OpenedAt = state.Position == TilePosition.Starting ? state.OpenedAt + pause : state.OpenedAt,
        };
    }

    /// <summary>Home may be another side now, by a pin or by the policy.</summary>
    private static TileState Rebased(TileState state, TileSettings settings)
    {
        var home = state.Pin?.Side ?? settings.Priority;
        if (home == state.Home)
        {
            return state;
        }

        var position = state.Position is TilePosition.Starting or TilePosition.BothLost ? state.Position
            : state.Shown == home ? TilePosition.Home : TilePosition.Away;
        return state with { Home = home, Position = position, WantsHome = false, Strikes = default };
    }

    /// <summary>Counted from the last frame before this event, which may itself be the frame that ends it.</summary>
    private static TimeSpan Gap(TileState before, TimeSpan now)
        => before.Shown is { } shown && before.Of(shown).LastFrame is { } last ? now - last : TimeSpan.Zero;

    private static (TileState State, TileCommand? Command) Move(TileState state, Transition row, TimeSpan gap, TileSettings settings, TimeSpan now)
    {
        if (row.Cause is not { } cause)
        {
            return (state with { Position = row.To }, null);
        }

        var shows = row.To != TilePosition.BothLost;
        Side? to = shows ? (row.To == TilePosition.Home ? state.Home : state.Away) : state.Shown;
        var asked = cause == SwitchCause.Failback && (state.Pin is not null || state.WantsHome);
        var command = new TileCommand(shows ? TileCommandKind.Show : TileCommandKind.KeepLast, state.Shown, to, asked ? SwitchCause.Operator : cause, gap);
        var moved = state with
        {
            Position = row.To,
            Shown = to,
            Since = now,
            Cause = command.Cause,
            WantsHome = false,
            Strikes = Count(state, row, settings, now),
        };
        return (moved, command);
    }

    private static Strikes Count(TileState state, Transition row, TileSettings settings, TimeSpan now) => row switch
    {
        { Cause: SwitchCause.HomeLost } => state.Strikes.AfterFailover(settings, state.Since, now),
        { Cause: SwitchCause.BothLost, From: not TilePosition.Starting }
            when state.Strikes.LastFailover is { } last && state.Shown is { } shown && now - last <= state.Of(shown).Threshold(settings) => state.Strikes.WithoutLast(),
        _ => state.Strikes,
    };
}
