namespace RMF.Core.Playback;

/// <summary>What a playback controller that is not ours says of itself.</summary>
/// <param name="Time">The recorded time that it shows.</param>
/// <param name="Mode">Whether it plays.</param>
/// <param name="Speed">How fast it plays, without a sign. While it stands still this says nothing.</param>
/// <param name="At">When it was heard, by a clock that never goes back; only differences count.</param>
public readonly record struct PlaybackReport(DateTimeOffset Time, PlaybackMode Mode, double Speed, TimeSpan At)
{
    /// <summary>
    /// Seconds of recording for one second: negative = backwards, 0 = it stands still. A speed that is none counts as 1, because it plays, and one over
    /// <see cref="PlaybackCursor.FastestSpeed"/> as that.
    /// </summary>
    public double SignedSpeed
    {
        get
        {
            var speed = Speed > 0 ? Math.Min(Speed, PlaybackCursor.FastestSpeed) : 1;
            return Mode switch
            {
                PlaybackMode.Forward => speed,
                PlaybackMode.Reverse => -speed,
                _ => 0,
            };
        }
    }
}
