using RMF.Engine.Playback.Export;

namespace RMF.PowerShell;

/// <summary>An export that was made: its files, and what they hold.</summary>
public sealed class RmfExport
{
    /// <summary>The camera's name.</summary>
    public string Camera { get; internal init; } = "";

    /// <summary>The begin of what was asked for.</summary>
    public DateTime From { get; internal init; }

    /// <summary>The end of what was asked for.</summary>
    public DateTime To { get; internal init; }

    /// <summary>Nothing is missing.</summary>
    public bool Whole { get; internal init; }

    /// <summary>Pictures in all files.</summary>
    public long Frames { get; internal init; }

    /// <summary>Bytes of all files but the manifest.</summary>
    public long Bytes { get; internal init; }

    /// <summary>What was taken from which side.</summary>
    public IReadOnlyList<RmfExportSegment> Segment { get; internal init; } = [];

    /// <summary>What is missing.</summary>
    public IReadOnlyList<RmfExportHole> Hole { get; internal init; } = [];

    /// <summary>The videos, one for each resolution and further ones where one is full.</summary>
    public IReadOnlyList<string> Video { get; internal init; } = [];

    /// <summary>The manifest; Test-RmfExport takes it.</summary>
    public string Path { get; internal init; } = "";

    internal static RmfExport Of(ExportResult result)
    {
        var (manifest, folder) = (result.Manifest, System.IO.Path.GetDirectoryName(result.ManifestPath)!);
        return new RmfExport
        {
            Camera = manifest.Camera,
            From = manifest.Range.Begin.LocalDateTime,
            To = manifest.Range.End.LocalDateTime,
            Whole = manifest.IsWhole,
            Frames = manifest.Frames,
            Bytes = manifest.Parts.Sum(p => p.Bytes),
            Segment = manifest.Segments.Select(s => new RmfExportSegment
            {
                Side = s.Side.ToString(),
                Site = s.Site,
                Recorder = s.Recorder,
                From = s.Range.Begin.LocalDateTime,
                To = s.Range.End.LocalDateTime,
                Frames = s.Frames,
                StandsIn = s.StandsIn,
            }).ToList(),
            Hole = RmfExportHole.Of(manifest.Holes),
            Video = manifest.Parts.Where(p => p.IsVideo).Select(p => System.IO.Path.Combine(folder, p.File)).ToList(),
            Path = result.ManifestPath,
        };
    }

    /// <inheritdoc/>
    public override string ToString() => Path;
}
