using RMF.Engine.Live;

namespace RMF.PowerShell;

/// <summary>A camera's picture changed from one side to the other, or was lost.</summary>
public sealed class RmfTileSwitch
{
    /// <summary>When, local time.</summary>
    public DateTime Time { get; internal init; }

    /// <summary>The camera's name.</summary>
    public string Camera { get; internal init; } = "";

    /// <summary>The side before; empty at the first picture.</summary>
    public string From { get; internal init; } = "";

    /// <summary>The side now; empty when no side has a picture.</summary>
    public string To { get; internal init; } = "";

    /// <summary>Started, HomeNeverCame, HomeLost, AwayLost, BothLost, PictureAgain, Failback or Operator.</summary>
    public string Cause { get; internal init; } = "";

    /// <summary>The same in words, with what the stream said.</summary>
    public string Reason { get; internal init; } = "";

    /// <summary>How long there was no new picture when it moved, in milliseconds.</summary>
    public double GapMs { get; internal init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Camera}: {From} -> {To} ({Cause})";

    internal static RmfTileSwitch Of(TileSwitch moved) => new()
    {
        Time = moved.At.LocalDateTime,
        Camera = moved.Tile,
        From = moved.From?.ToString() ?? "",
        To = moved.To?.ToString() ?? "",
        Cause = moved.Cause.ToString(),
        Reason = moved.Reason,
        GapMs = Math.Round(moved.Gap.TotalMilliseconds, 1),
    };
}
