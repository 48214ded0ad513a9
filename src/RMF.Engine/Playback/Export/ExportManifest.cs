using RMF.Core.Inventory;
using RMF.Core.Playback;
using RMF.Core.Playback.Export;

namespace RMF.Engine.Playback.Export;

/// <summary>What an export consists of and where each piece is from. It stands beside the files as JSON, with a hash of itself. Holds no secret.</summary>
public sealed record ExportManifest
{
    public const int CurrentFormat = 1;

    /// <summary>The camera's name.</summary>
    public required string Camera { get; init; }

    /// <summary>What was asked for.</summary>
    public required TimeRange Range { get; init; }

    /// <summary>The side that gives what both have.</summary>
    public required Side Serving { get; init; }

    /// <summary>When the export ended, by the clock of the machine that made it, UTC.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    public required ExportFormat Format { get; init; }

    /// <summary>What was taken, in order of time.</summary>
    public required IReadOnlyList<ManifestSegment> Segments { get; init; }

    /// <summary>The files.</summary>
    public required IReadOnlyList<ManifestPart> Parts { get; init; }

    /// <summary>What is missing, in order of time.</summary>
    public required IReadOnlyList<ExportHole> Holes { get; init; }

    public bool IsWhole => Holes.Count == 0;

    /// <summary>Pictures in all files.</summary>
    public long Frames => Segments.Sum(s => (long)s.Frames);
}
