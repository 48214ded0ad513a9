using RMF.Core.Live;
using RMF.Engine.Ports;

namespace RMF.Engine.Live;

/// <summary>What one site holds of overrides.</summary>
/// <param name="Site">The site's name.</param>
/// <param name="Records">Its records; null when it could not be read.</param>
/// <param name="Error">Why not.</param>
public sealed record OverrideSighting(string Site, IReadOnlyList<OverrideRecord>? Records, SiteError? Error);
