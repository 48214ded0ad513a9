namespace RMF.Core.Ptz;

/// <summary>What a person gives a PTZ preset. Immutable.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Pan">-1 to 1; null = not known.</param>
/// <param name="Tilt">-1 to 1; null = not known.</param>
/// <param name="Zoom">0 to 1; null = not known.</param>
public sealed record PresetContent(string Name, double? Pan, double? Tilt, double? Zoom)
{
    /// <summary>For people. Null = not told; it is then left as it is.</summary>
    public string? Description { get; init; }

    /// <summary>True when no axis lies further apart than the tolerance. An axis that one of the two does not tell counts as equal.</summary>
    public bool IsAt(PresetContent other, PresetTolerance tolerance)
        => PresetTolerance.Within(Pan, other.Pan, tolerance.Pan) && PresetTolerance.Within(Tilt, other.Tilt, tolerance.Tilt) && PresetTolerance.Within(Zoom, other.Zoom, tolerance.Zoom);
}
