namespace RMF.Policy.Publishing;

/// <summary>The recording server that has a camera. Immutable.</summary>
/// <param name="Site">The site's name in the policy.</param>
/// <param name="RecorderId">The recording server's id there, a GUID in lower case.</param>
/// <param name="RecorderName">Its name, for people.</param>
public sealed record PublishedPlace(string Site, string RecorderId, string RecorderName);
