using RMF.Core.Inventory;

namespace RMF.Core.Playback;

/// <summary>Which side plays at a time.</summary>
/// <param name="Plays">The side; null = "no recording".</param>
/// <param name="Reason">Why.</param>
/// <param name="Next">Where none plays: the nearest time in the direction of play at which one can; null where there is none.</param>
/// <param name="IsCertain">Where none plays: false where a side is offline or was not read, so that there may be footage after all.</param>
public readonly record struct PlaybackDecision(Side? Plays, PlaybackReason Reason, DateTimeOffset? Next, bool IsCertain)
{
    /// <summary>Both sides are there and neither has footage: the camera's own storage is what is left to ask.</summary>
    public bool SuggestsEdgeStorage => Plays is null && IsCertain;
}
