using RMF.Core.Live;
using RMF.Engine.Ports;

namespace RMF.Engine.Live;

/// <summary>What writing overrides came to.</summary>
/// <param name="Added">The records that were added.</param>
/// <param name="Sites">What each site holds now.</param>
/// <param name="Writes">Requests that changed something.</param>
public sealed record OverrideWriting(IReadOnlyList<OverrideRecord> Added, IReadOnlyList<OverrideSighting> Sites, int Writes)
{
    /// <summary>True when there would be too many records; nothing was written then.</summary>
    public bool IsFull { get; init; }

    /// <summary>Sites that refused what was written, with the reason.</summary>
    public IReadOnlyDictionary<string, SiteError> Errors { get; init; } = new Dictionary<string, SiteError>(StringComparer.Ordinal);

    /// <summary>Why a site does not hold what was added; null when it does.</summary>
    public SiteError? ErrorOf(string site) => Errors.TryGetValue(site, out var error) ? error : Sites.First(s => s.Site == site).Error;
}
