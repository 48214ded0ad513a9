using RMF.Core.Inventory;

namespace RMF.Core.Playback;

/// <summary>Which side plays: a pure function of the time, of both sides' footage and of the policy. The rows are those of docs/playback.md.</summary>
public static class PlaybackChoice
{
    /// <summary>Decides for one instant. O(log n).</summary>
    /// <param name="preference">The policy's playback part.</param>
    /// <param name="primary">The primary's footage.</param>
    /// <param name="secondary">The secondary's footage.</param>
    /// <param name="time">The instant.</param>
    /// <param name="isReverse">Whether it is played backwards: the next time is then an earlier one.</param>
    public static PlaybackDecision At(PlaybackPreference preference, SideFootage primary, SideFootage secondary, DateTimeOffset time, bool isReverse = false)
    {
        var (preferred, other) = preference.Preferred == Side.Primary ? (primary, secondary) : (secondary, primary);
        if (preferred.Serves(time))
        {
            return new(preference.Preferred, PlaybackReason.Preferred, null, true);
        }

        var reason = !preferred.IsOnline ? PlaybackReason.PreferredOffline : preferred.Sequences is null ? PlaybackReason.PreferredUnknown : PlaybackReason.PreferredGap;
        var takesOver = preference.SkipGaps || reason != PlaybackReason.PreferredGap;
        if (takesOver && other.Serves(time))
        {
            return new(preference.Other, reason, null, true);
        }

        var next = Nearer(Near(preferred, time, isReverse), takesOver ? Near(other, time, isReverse) : null, isReverse);
        return new(null, PlaybackReason.NoRecording, next, IsKnown(preferred) && (!takesOver || IsKnown(other)));
    }

    private static bool IsKnown(SideFootage side) => side.IsOnline && side.Sequences is not null;

    private static DateTimeOffset? Near(SideFootage side, DateTimeOffset time, bool isReverse)
        => !side.IsOnline ? null : isReverse ? side.Sequences?.PreviousFrom(time) : side.Sequences?.NextFrom(time);

    private static DateTimeOffset? Nearer(DateTimeOffset? a, DateTimeOffset? b, bool isReverse)
        => a is null ? b : b is null ? a : (a < b) == isReverse ? b : a;
}
