namespace RMF.Simulator.Recordings;

/// <summary>One recorded frame.</summary>
/// <param name="Number">Its number.</param>
/// <param name="At">When it was taken, by the site's clock.</param>
/// <param name="Previous">When the frame before it was taken, across gaps; null = it is the first.</param>
/// <param name="Next">When the frame after it was taken, across gaps; null = it is the last.</param>
internal readonly record struct FoundFrame(long Number, DateTimeOffset At, DateTimeOffset? Previous, DateTimeOffset? Next);
