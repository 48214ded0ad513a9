using RMF.Core.Inventory;
using RMF.Engine.Playback;

namespace RMF.PowerShell;

/// <summary>What an export takes from which side, and what nobody has. It belongs to the session that made it.</summary>
public sealed class RmfExportPlan
{
    internal RmfExportPlan(PreparedExport prepared)
    {
        Prepared = prepared;
        var pair = prepared.Read.Pair;
        Camera = pair.Name;
        Id = (pair.Primary ?? pair.Secondary)!.Camera.CameraId;
        From = prepared.Plan.Range.Begin.LocalDateTime;
        To = prepared.Plan.Range.End.LocalDateTime;
        Serving = prepared.Plan.Serving.ToString();
        Covered = prepared.Plan.Covered;
        Whole = prepared.Plan.IsWhole;
        Segment = prepared.Plan.Segments.Select(s => new RmfExportSegment
        {
            Side = s.Side.ToString(),
            Site = pair.Of(s.Side)?.Site ?? "",
            Recorder = pair.Of(s.Side)?.Recorder ?? "",
            From = s.Range.Begin.LocalDateTime,
            To = s.Range.End.LocalDateTime,
        }).ToList();
        Hole = RmfExportHole.Of(prepared.Plan.Holes);
        Reason = RmfRecording.Why(prepared.Read);
    }

    /// <summary>The camera's name.</summary>
    public string Camera { get; }

    /// <summary>Its id on the primary side, else on the secondary.</summary>
    public string Id { get; }

    /// <summary>The begin of what was asked for.</summary>
    public DateTime From { get; }

    /// <summary>The end of what was asked for.</summary>
    public DateTime To { get; }

    /// <summary>The side that gives what both have.</summary>
    public string Serving { get; }

    /// <summary>Nothing is missing.</summary>
    public bool Whole { get; }

    /// <summary>How much there is.</summary>
    public TimeSpan Covered { get; }

    /// <summary>The pieces, in order of time: as few as can be.</summary>
    public IReadOnlyList<RmfExportSegment> Segment { get; }

    /// <summary>What neither side is known to have.</summary>
    public IReadOnlyList<RmfExportHole> Hole { get; }

    /// <summary>Why a side is not known; empty when both are.</summary>
    public string Reason { get; }

    internal PreparedExport Prepared { get; }

    internal Side ServingSide => Prepared.Plan.Serving;

    /// <inheritdoc/>
    public override string ToString() => $"{Camera}: {Segment.Count} segments, {Hole.Count} holes";
}
