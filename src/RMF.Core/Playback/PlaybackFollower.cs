using RMF.Core.Inventory;

namespace RMF.Core.Playback;

/// <summary>
/// Follows a playback controller that is not ours, by what it reports, with a <see cref="PlaybackCursor"/>. It tells play from jumps, so that the side
/// changes only where docs/playback.md says: at open and seek, and where the side that is shown can go on no longer. Immutable, and total: any report gives
/// a follower.
/// </summary>
/// <remarks>
/// Reports come late, twice, not at all, and a client's controller snaps to the times of pictures. So what lies within reach of play counts as play: a short
/// jump of the operator is then taken for play, and keeps its side although another one may be preferred. The other way round the picture would jump to
/// another side under the viewer without cause.
/// </remarks>
public sealed record PlaybackFollower
{
    /// <summary>How long after its time a report may be heard while it plays.</summary>
    public static readonly TimeSpan Lateness = TimeSpan.FromSeconds(2);

    /// <summary>How far a controller may move for the times of pictures, in recorded time. Steps from picture to picture are within it.</summary>
    public static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    private PlaybackFollower(PlaybackCursor cursor, PlaybackReport last)
    {
        Cursor = cursor;
        Last = last;
        Rest = cursor.Position;
    }

    /// <summary>Where the controller is, and which side shows it.</summary>
    public PlaybackCursor Cursor { get; private init; }

    /// <summary>The newest report.</summary>
    public PlaybackReport Last { get; private init; }

    /// <summary>How the report before this follower was taken.</summary>
    public FollowedAs Taken { get; private init; }

    // Where it came to rest, or was moved to. Many small steps away from there are a move.
    private DateTimeOffset Rest { get; init; }

    /// <summary>Begins to follow, and chooses the side.</summary>
    public static PlaybackFollower Open(PlaybackPreference preference, SideFootage primary, SideFootage secondary, PlaybackReport report)
        => new(PlaybackCursor.Open(preference, primary, secondary, report.Time).Play(report.SignedSpeed), report);

    /// <summary>Takes a report.</summary>
    public PlaybackFollower Take(PlaybackReport report)
    {
        if (report.At < Last.At)
        {
            return this with { Taken = FollowedAs.Late };
        }

        var isPlay = IsWithinReach(report);
        var cursor = isPlay ? Toward(report).PlayTo(report.Time.ToUniversalTime()).Play(report.SignedSpeed) : Cursor.Play(report.SignedSpeed).Seek(report.Time);
        var stands = report.Mode == PlaybackMode.Stop && Last.Mode == PlaybackMode.Stop && isPlay;
        return this with { Cursor = cursor, Last = report, Taken = isPlay ? FollowedAs.Play : FollowedAs.Seek, Rest = stands ? Rest : cursor.Position };
    }

    /// <summary>A side went offline, came back, or has other footage. The side that is shown stays where it can go on.</summary>
    public PlaybackFollower With(Side side, SideFootage footage) => this with { Cursor = Cursor.With(side, footage) };

    private bool IsWithinReach(PlaybackReport report)
    {
        if (report.Mode == PlaybackMode.Stop && Last.Mode == PlaybackMode.Stop)
        {
            return Math.Abs((double)report.Time.UtcTicks - Rest.UtcTicks) <= Step.Ticks;
        }

        // Between two reports it moved as the first one said, and for as long as a report may be late as the second one says.
        var (before, now) = (Last.SignedSpeed, report.SignedSpeed);
        var elapsed = (double)report.At.Ticks - Last.At.Ticks;
        var moved = (double)report.Time.UtcTicks - Cursor.Position.UtcTicks;
        var ahead = (Math.Max(0, before) * elapsed) + (Math.Max(0, Math.Max(before, now)) * Lateness.Ticks) + Step.Ticks;
        var behind = (Math.Max(0, -before) * elapsed) + (Math.Max(0, Math.Max(-before, -now)) * Lateness.Ticks) + Step.Ticks;
        return moved <= ahead && moved >= -behind;
    }

    // The cursor, playing towards the report: it passes the ends of sequences on that way.
    private PlaybackCursor Toward(PlaybackReport report)
    {
        var isBack = report.Time < Cursor.Position;
        var isPlayedBack = Last.SignedSpeed < 0 || report.SignedSpeed < 0;
        return isBack && isPlayedBack ? Cursor.Play(-1) : !isBack && Cursor.IsReverse ? Cursor.Play(1) : Cursor;
    }
}
