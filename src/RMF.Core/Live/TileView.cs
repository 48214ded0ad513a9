using RMF.Core.Inventory;

namespace RMF.Core.Live;

/// <summary>What the conditions of the transitions look at: one tile at one moment.</summary>
internal readonly struct TileView
{
    private readonly TileState state;
    private readonly TileSettings settings;
    private readonly TimeSpan now;

    public TileView(TileState state, TileSettings settings, TimeSpan now)
    {
        this.state = state;
        this.settings = settings;
        this.now = now;
    }

    /// <summary>Frames of home come now.</summary>
    public bool HomeHasPicture => HasPicture(state.Home);

    public bool AwayHasPicture => HasPicture(state.Away);

    public bool HomeIsLost => IsLost(state.Home);

    public bool AwayIsLost => IsLost(state.Away);

    /// <summary>Home had its time to come up, or was refused.</summary>
    public bool HomeNeverCame => HomeIsLost || now - state.OpenedAt > settings.ReactionTime;

    public bool NeitherCame => (HomeIsLost && AwayIsLost) || now - state.OpenedAt > settings.ReactionTime;

    /// <summary>Home has no picture to go to, and is not merely quiet for a moment.</summary>
    public bool HomeHasNone => HomeIsLost || state.Of(state.Home).LastFrame is null;

    public bool AwayHasNone => AwayIsLost || state.Of(state.Away).LastFrame is null;

    /// <summary>The way home is open: by the operator's wish, or by the policy after validation, dwell, hold and jitter.</summary>
    public bool MayGoHome => IsAskedHome ? state.Of(state.Home).IsTrusted(settings, now) : GoesByItself && IsProved && !IsHeld;

    /// <summary>Home has frames and is on its way to be trusted.</summary>
    public bool IsValidating => HomeHasPicture && (IsAskedHome || GoesByItself);

    private bool IsAskedHome => state.Pin is not null || state.WantsHome;

    private bool GoesByItself => !state.IsPaused && settings.Failback is (FailbackMode.Immediate or FailbackMode.Validated or FailbackMode.Delayed);

    private bool IsProved => state.Of(state.Home).IsGoodFor(Proof + settings.Jitter, settings, now);

    private bool IsHeld => now - state.Since < settings.Dwell || state.Strikes.IsHeld(settings, now);

    private TimeSpan Proof => settings.Failback switch
    {
        FailbackMode.Immediate => TimeSpan.Zero,
        FailbackMode.Delayed => settings.ValidateFor + settings.Delay,
        _ => settings.ValidateFor,
    };

    private bool HasPicture(Side side) => state.Of(side).HasPicture(settings, now);

    private bool IsLost(Side side) => state.Of(side).IsLost(settings, now);
}
