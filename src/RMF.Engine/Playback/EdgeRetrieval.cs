using RMF.Core.Inventory;
using RMF.Core.Playback;
using RMF.Engine.Ports;

namespace RMF.Engine.Playback;

/// <summary>What came of fetching from a camera's own storage.</summary>
/// <param name="Side">The side whose recording server fetched.</param>
/// <param name="Range">What was missing.</param>
/// <param name="Error">Why it could not; null where it has ended. That it has ended does not say that the camera had it.</param>
public sealed record EdgeRetrieval(Side Side, TimeRange Range, SiteError? Error);
