using RMF.Core.Inventory;
using RMF.Core.Playback;

namespace RMF.Policy.Playback;

/// <summary>What the policy says of recorded video, in the words of the decision. Every host asks here.</summary>
public static class PlaybackPreferenceOf
{
    public static PlaybackPreference Policy(PlaybackPolicy playback)
        => new(playback.Priority == PreferredSide.Primary ? Side.Primary : Side.Secondary, playback.SkipGaps);
}
