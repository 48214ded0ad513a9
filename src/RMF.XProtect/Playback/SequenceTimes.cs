using RMF.Core.Playback;

namespace RMF.XProtect.Playback;

/// <summary>Makes a sequence of two times that a server sent.</summary>
internal static class SequenceTimes
{
    /// <summary>XProtect writes the year 1 where a time is not set.</summary>
    private const int NotSet = 1;

    /// <summary>Null where the times are none. A sequence without an end goes on: it ends with the range that was asked for, or now.</summary>
    public static TimeRange? Make(DateTimeOffset? begin, DateTimeOffset? end, TimeRange asked, DateTimeOffset now)
    {
        if (begin is not { Year: > NotSet } from || end is not { } to)
        {
            return null;
        }

        if (to.Year <= NotSet)
        {
            to = asked.End < now ? asked.End : now;
            return new TimeRange(from, to > from ? to : from);
        }

        return to >= from ? new TimeRange(from, to) : null;
    }
}
