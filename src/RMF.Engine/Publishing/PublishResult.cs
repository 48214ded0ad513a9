using RMF.Engine.Ports;

namespace RMF.Engine.Publishing;

/// <summary>What publishing came to at one site.</summary>
/// <param name="Site">The site's name.</param>
/// <param name="Status">Whether it is there now.</param>
/// <param name="Serial">The serial that it holds, or was to hold.</param>
/// <param name="Error">Why it failed.</param>
public sealed record PublishResult(string Site, PublishStatus Status, long Serial, SiteError? Error);
