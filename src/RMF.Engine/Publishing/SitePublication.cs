using RMF.Engine.Ports;
using RMF.Policy.Publishing;

namespace RMF.Engine.Publishing;

/// <summary>What one site holds of a published policy.</summary>
/// <param name="Site">The site's name.</param>
/// <param name="Reading">The policy, or why there is none.</param>
/// <param name="Head">What the head says; null when there is none that can be read.</param>
/// <param name="Error">Why the site could not be asked; null when it could.</param>
public sealed record SitePublication(string Site, PublishedReading Reading, PublishedHead? Head, SiteError? Error);
