using RMF.Core.Inventory;
using RMF.Core.Playback;

namespace RMF.Engine.Playback.Export;

/// <summary>A piece of an export as it was read.</summary>
/// <param name="Side">The side that gave it.</param>
/// <param name="Site">The site's name in the policy.</param>
/// <param name="Recorder">The recording server's name.</param>
/// <param name="CameraId">The camera's id there.</param>
/// <param name="Range">The time that it stands for.</param>
/// <param name="Frames">Pictures written.</param>
public sealed record ManifestSegment(Side Side, string Site, string Recorder, string CameraId, TimeRange Range, int Frames)
{
    /// <summary>When the first picture was taken; null without one.</summary>
    public DateTimeOffset? First { get; init; }

    /// <summary>When the last picture was taken.</summary>
    public DateTimeOffset? Last { get; init; }

    /// <summary>Pictures that were no pictures, and were left out.</summary>
    public int Damaged { get; init; }

    /// <summary>It stands in for the other side, whose pictures could not be fetched.</summary>
    public bool StandsIn { get; init; }
}
