using RMF.Engine.Playback;

namespace RMF.PowerShell;

/// <summary>What both sides have recorded of a camera in a range of time.</summary>
public sealed class RmfRecording
{
    /// <summary>The camera's name.</summary>
    public string Camera { get; internal init; } = "";

    /// <summary>Its id on the primary side, else on the secondary.</summary>
    public string Id { get; internal init; } = "";

    /// <summary>The begin of what was asked for.</summary>
    public DateTime From { get; internal init; }

    /// <summary>The end of what was asked for.</summary>
    public DateTime To { get; internal init; }

    /// <summary>The primary's sequences; empty where it has none or could not be read, which PrimaryPercent tells apart.</summary>
    public IReadOnlyList<RmfTimeRange> Primary { get; internal init; } = [];

    /// <summary>The secondary's sequences.</summary>
    public IReadOnlyList<RmfTimeRange> Secondary { get; internal init; } = [];

    /// <summary>What either is known to have.</summary>
    public IReadOnlyList<RmfTimeRange> Union { get; internal init; } = [];

    /// <summary>What neither is known to have.</summary>
    public IReadOnlyList<RmfTimeRange> Gap { get; internal init; } = [];

    /// <summary>How much the primary has, of 100; null = not known.</summary>
    public double? PrimaryPercent { get; internal init; }

    /// <summary>How much the secondary has, of 100; null = not known.</summary>
    public double? SecondaryPercent { get; internal init; }

    /// <summary>How much either is known to have, of 100.</summary>
    public double UnionPercent { get; internal init; }

    /// <summary>Why a side is not known; empty when both are.</summary>
    public string Reason { get; internal init; } = "";

    internal static RmfRecording Of(PairRecordings read, TimeSpan tolerance) => new()
    {
        Camera = read.Pair.Name,
        Id = (read.Pair.Primary ?? read.Pair.Secondary)!.Camera.CameraId,
        From = read.Range.Begin.LocalDateTime,
        To = read.Range.End.LocalDateTime,
        Primary = RmfTimeRange.Of(read.Primary.Sequences),
        Secondary = RmfTimeRange.Of(read.Secondary.Sequences),
        Union = RmfTimeRange.Of(read.Union),
        Gap = RmfTimeRange.Of(read.Union.Gaps(read.Range).Where(g => g.Length >= tolerance)),
        PrimaryPercent = Percent(read.Primary.Sequences?.Length, read.Range.Length),
        SecondaryPercent = Percent(read.Secondary.Sequences?.Length, read.Range.Length),
        UnionPercent = Percent(read.Union.Length, read.Range.Length)!.Value,
        Reason = Why(read),
    };

    /// <summary>Rounded down: what is not whole must not read as 100.</summary>
    internal static double? Percent(TimeSpan? part, TimeSpan whole)
        => part is not { } known ? null : whole <= TimeSpan.Zero ? 100 : Math.Floor(known.Ticks * 100_000.0 / whole.Ticks) / 1000;

    internal static string Why(PairRecordings read)
        => string.Join("; ", new[] { ("primary", read.Primary.Error), ("secondary", read.Secondary.Error) }.Where(e => e.Item2 is not null).Select(e => $"{e.Item1}: {e.Item2}"));

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Camera}: {UnionPercent} %");
}
