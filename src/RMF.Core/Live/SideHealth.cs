namespace RMF.Core.Live;

/// <summary>
/// The evidence about one side's stream. Times are on the steady clock of the host. Immutable; what it means depends on the time and the
/// settings, so nothing has to be stored when time alone passes.
/// </summary>
public readonly record struct SideHealth
{
    /// <summary>When the last frame came. Null = none since the tile was opened.</summary>
    public TimeSpan? LastFrame { get; init; }

    /// <summary>Since when frames come without a gap that is suspect.</summary>
    public TimeSpan GoodSince { get; init; }

    /// <summary>The connection ended or was refused, and no frame came since.</summary>
    public bool IsCut { get; init; }

    /// <summary>It was lost and has not been good for long enough since.</summary>
    public bool NeedsValidation { get; init; }

    /// <summary>Until when other tiles' losses on the same recording server halve the threshold.</summary>
    public TimeSpan PeersUntil { get; init; }

    /// <summary>How often frames come.</summary>
    public Rhythm Rhythm { get; init; }

    /// <summary>The age of the last frame from which the side is lost: the reaction time, or three frame intervals of a slow stream.</summary>
    public TimeSpan Threshold(TileSettings settings)
        => TimeSpan.FromTicks(Math.Max(Math.Max(settings.ReactionTime.Ticks, 1), Rhythm.Interval.Ticks * Rhythm.Factor));

    /// <summary>What the evidence means now.</summary>
    public SideStatus Status(TileSettings settings, TimeSpan now)
        => IsLost(settings, now) ? SideStatus.Lost
            : LastFrame is null ? SideStatus.Unknown
            : IsQuiet(settings, now) ? SideStatus.Suspect
            : NeedsValidation && now - GoodSince < settings.ValidateFor ? SideStatus.Validating
            : SideStatus.Healthy;

    /// <summary>Frames come now: what a tile may switch to.</summary>
    internal bool HasPicture(TileSettings settings, TimeSpan now) => LastFrame is not null && !IsCut && !IsQuiet(settings, now);

    internal bool IsLost(TileSettings settings, TimeSpan now)
        => IsCut || (LastFrame is { } last && now - last > (PeersUntil > now ? Half(Threshold(settings)) : Threshold(settings)));

    /// <summary>Frames have come for that long without a gap that is suspect.</summary>
    internal bool IsGoodFor(TimeSpan time, TileSettings settings, TimeSpan now) => HasPicture(settings, now) && now - GoodSince >= time;

    /// <summary>It was never lost, or has proved itself since.</summary>
    internal bool IsTrusted(TileSettings settings, TimeSpan now) => HasPicture(settings, now) && (!NeedsValidation || now - GoodSince >= settings.ValidateFor);

    internal SideHealth AfterFrame(TileSettings settings, TimeSpan now, bool isLate)
    {
        if (LastFrame is not { } last)
        {
            return this with { LastFrame = now, GoodSince = now, IsCut = false, NeedsValidation = NeedsValidation || isLate };
        }

        // Judged before the frame is taken in: a side that was lost has to prove itself again.
        var broke = IsCut || IsQuiet(settings, now);
        return this with
        {
            LastFrame = now,
            GoodSince = broke ? now : GoodSince,
            IsCut = false,
            NeedsValidation = IsLost(settings, now) || (NeedsValidation && (broke || now - GoodSince < settings.ValidateFor)),
            Rhythm = Rhythm.After(now - last, Threshold(settings)),
        };
    }

    internal SideHealth AfterCut() => this with { IsCut = true, NeedsValidation = true };

    internal SideHealth AfterSuspicion(TileSettings settings, TimeSpan now) => this with { PeersUntil = now + Threshold(settings) };

    /// <summary>Takes out time in which the host itself did not run: it says nothing of the stream.</summary>
    internal SideHealth Without(TimeSpan pause) => this with { LastFrame = LastFrame + pause, GoodSince = GoodSince + pause };

    private bool IsQuiet(TileSettings settings, TimeSpan now) => LastFrame is { } last && now - last > Half(Threshold(settings));

    private static TimeSpan Half(TimeSpan value) => TimeSpan.FromTicks(value.Ticks / 2);
}
