using RMF.Core.Playback.Export;

namespace RMF.PowerShell;

/// <summary>A time that an export has nothing for.</summary>
public sealed class RmfExportHole
{
    /// <summary>Its begin.</summary>
    public DateTime From { get; internal init; }

    /// <summary>Its end.</summary>
    public DateTime To { get; internal init; }

    /// <summary>How long it is.</summary>
    public TimeSpan Length { get; internal init; }

    /// <summary>NotRecorded, PrimaryUnknown, SecondaryUnknown, BothUnknown, ReadFailed or NoPictures.</summary>
    public string Cause { get; internal init; } = "";

    internal static IReadOnlyList<RmfExportHole> Of(IEnumerable<ExportHole> holes)
        => holes.Select(h => new RmfExportHole { From = h.Range.Begin.LocalDateTime, To = h.Range.End.LocalDateTime, Length = h.Range.Length, Cause = h.Cause.ToString() }).ToList();

    /// <inheritdoc/>
    public override string ToString() => string.Format(System.Globalization.CultureInfo.InvariantCulture, "{0:yyyy-MM-dd HH:mm:ss.fff} to {1:yyyy-MM-dd HH:mm:ss.fff} ({2})", From, To, Cause);
}
