using RMF.Policy.Publishing;

namespace RMF.SmartClient.Model.Policies;

/// <summary>What one place said of the published policy when it was asked last.</summary>
/// <param name="Place">The site's name, or <see cref="PublishedCopy.Source"/>.</param>
/// <param name="At">When it answered or failed to, UTC.</param>
/// <param name="Serial">The serial of the valid policy that it holds; null where it holds none.</param>
/// <param name="Problem">Why it holds none that can be used; null where it does, or where nothing was published there.</param>
/// <param name="IsUnreachable">True when it could not be asked.</param>
public sealed record PlaceSaid(string Place, DateTimeOffset At, long? Serial, string? Problem, bool IsUnreachable)
{
    /// <summary>One sentence for people.</summary>
    public string Text => Serial is { } serial ? FormattableString.Invariant($"serial {serial}") : Problem ?? "nothing is published there";
}
