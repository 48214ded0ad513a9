using RMF.Core.Inventory;

namespace RMF.Core.Playback;

/// <summary>How the policy wants recorded video to choose between the sides: <c>playback.priority</c> and <c>playback.skipGaps</c>.</summary>
/// <param name="Preferred">The side that plays where both have footage.</param>
/// <param name="SkipGaps">Whether the other side plays where the preferred one has a gap. It plays in any case while the preferred side is offline.</param>
public readonly record struct PlaybackPreference(Side Preferred, bool SkipGaps)
{
    /// <summary>The side that is not preferred.</summary>
    public Side Other => Preferred == Side.Primary ? Side.Secondary : Side.Primary;
}
