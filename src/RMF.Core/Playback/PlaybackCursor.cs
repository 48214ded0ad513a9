using RMF.Core.Inventory;

namespace RMF.Core.Playback;

/// <summary>
/// One place of playback and the side that it shows: a tile, or all tiles that play together. Immutable: each move gives the cursor after it.
/// The side changes when the viewer moves the cursor (open, seek), and where the side that is shown can go on no longer: a gap, or it went
/// offline. It never changes because the preferred side is back or has footage again: no jump under the viewer. Time goes on through a hole.
/// </summary>
public sealed record PlaybackCursor
{
    /// <summary>The fastest play either way, in seconds of recording for one second.</summary>
    public const double FastestSpeed = 64;

    private PlaybackCursor(PlaybackPreference preference, SideFootage primary, SideFootage secondary, DateTimeOffset position)
    {
        Preference = preference;
        Primary = primary;
        Secondary = secondary;
        Position = position.ToUniversalTime();
    }

    public PlaybackPreference Preference { get; private init; }

    public SideFootage Primary { get; private init; }

    public SideFootage Secondary { get; private init; }

    /// <summary>The instant that is shown, UTC.</summary>
    public DateTimeOffset Position { get; private init; }

    /// <summary>1 = as recorded, 2 = twice as fast, negative = backwards, 0 = paused.</summary>
    public double Speed { get; private init; }

    public bool IsReverse => Speed < 0;

    /// <summary>The side that is shown, and why; none = "no recording" with the next time in the direction of play.</summary>
    public PlaybackDecision Shown { get; private init; }

    /// <summary>A paused cursor at a time.</summary>
    public static PlaybackCursor Open(PlaybackPreference preference, SideFootage primary, SideFootage secondary, DateTimeOffset at)
        => new PlaybackCursor(preference, primary, secondary, at).Chosen();

    /// <summary>Goes to a time and chooses the side anew. The speed stays.</summary>
    public PlaybackCursor Seek(DateTimeOffset to) => (this with { Position = to.ToUniversalTime() }).Chosen();

    /// <summary>Goes to the next time that a side can play; where one plays already, or none will, nothing changes.</summary>
    public PlaybackCursor SkipHole() => Shown.Plays is null && Shown.Next is { } next ? Seek(next) : this;

    /// <summary>Plays on from here, forward or backwards, or pauses. The side stays where it can go on.</summary>
    /// <param name="speed">From -<see cref="FastestSpeed"/> to <see cref="FastestSpeed"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The speed is none of these.</exception>
    public PlaybackCursor Play(double speed)
        => !(Math.Abs(speed) <= FastestSpeed)
            ? throw new ArgumentOutOfRangeException(nameof(speed), speed, "the speed is out of range")
            : (this with { Speed = speed }).Kept();

    public PlaybackCursor Pause() => Play(0);

    /// <summary>A side went offline, came back, or has other footage.</summary>
    public PlaybackCursor With(Side side, SideFootage footage)
        => (side == Side.Primary ? this with { Primary = footage } : this with { Secondary = footage }).Kept();

    /// <summary>Lets time go by. O(k log n) where it passes k ends of sequences.</summary>
    /// <param name="elapsed">The viewer's time, not negative.</param>
    public PlaybackCursor Advance(TimeSpan elapsed) => PlayTo(Moved(Position, elapsed.Ticks * Speed));

    /// <summary>Plays to a time, as far as that lies in the direction of play; a time behind it is a step back. O(k log n) where it passes k ends of sequences.</summary>
    internal PlaybackCursor PlayTo(DateTimeOffset target)
    {
        var cursor = this;

        // Each round ends at the end of a sequence or of a hole, or at the target, so their number bounds it.
        while (cursor.Position != target)
        {
            var stop = cursor.EndOfShown();
            if (stop is null || (IsReverse ? stop < target : stop > target))
            {
                return (cursor with { Position = target }).Kept();
            }

            cursor = (cursor with { Position = stop.Value }).Kept();
        }

        return cursor;
    }

    // The first instant on the way that what is shown now does not reach; null = it goes on for ever.
    private DateTimeOffset? EndOfShown()
    {
        if (Shown.Plays is not { } side)
        {
            return Shown.Next;
        }

        var range = Of(side).Sequences!.At(Position)!.Value;
        return !IsReverse ? range.End : range.Begin > DateTimeOffset.MinValue ? range.Begin.AddTicks(-1) : null;
    }

    private PlaybackCursor Kept() => Shown.Plays is { } side && Of(side).Serves(Position) ? this : Chosen();

    private PlaybackCursor Chosen() => this with { Shown = PlaybackChoice.At(Preference, Primary, Secondary, Position, IsReverse) };

    private SideFootage Of(Side side) => side == Side.Primary ? Primary : Secondary;

    private static DateTimeOffset Moved(DateTimeOffset from, double ticks)
    {
        var to = from.UtcTicks + ticks;
        return to <= 0 ? DateTimeOffset.MinValue : to >= DateTimeOffset.MaxValue.UtcTicks ? DateTimeOffset.MaxValue : new DateTimeOffset(from.UtcTicks + (long)ticks, TimeSpan.Zero);
    }
}
