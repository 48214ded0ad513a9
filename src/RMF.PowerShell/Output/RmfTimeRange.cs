using System.Globalization;
using RMF.Core.Playback;

namespace RMF.PowerShell;

/// <summary>A stretch of time, the end not included, in this machine's time zone.</summary>
public sealed class RmfTimeRange
{
    /// <summary>Its first instant.</summary>
    public DateTime Begin { get; internal init; }

    /// <summary>The instant after its last.</summary>
    public DateTime End { get; internal init; }

    /// <summary>How long it is.</summary>
    public TimeSpan Length { get; internal init; }

    internal static RmfTimeRange Of(TimeRange range) => new() { Begin = range.Begin.LocalDateTime, End = range.End.LocalDateTime, Length = range.Length };

    internal static IReadOnlyList<RmfTimeRange> Of(IEnumerable<TimeRange>? ranges) => (ranges ?? []).Select(Of).ToList();

    /// <inheritdoc/>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0:yyyy-MM-dd HH:mm:ss.fff} to {1:yyyy-MM-dd HH:mm:ss.fff}", Begin, End);
}
