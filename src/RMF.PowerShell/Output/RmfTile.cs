using RMF.Engine.Live;

namespace RMF.PowerShell;

/// <summary>A camera with both sides' live streams open, as an operator's screen would show it.</summary>
public sealed class RmfTile
{
    /// <summary>The camera's name on the primary side.</summary>
    public string Camera { get; internal init; } = "";

    /// <summary>The side that is shown: Primary or Secondary; empty while there was no picture yet.</summary>
    public string Shown { get; internal init; } = "";

    /// <summary>Starting, Home, Away, ReturningHome, BothLost, Pinned or Paused.</summary>
    public string Phase { get; internal init; } = "";

    /// <summary>The side that is preferred.</summary>
    public string Priority { get; internal init; } = "";

    /// <summary>For how long it has been so.</summary>
    public TimeSpan Since { get; internal init; }

    /// <summary>Why.</summary>
    public string Cause { get; internal init; } = "";

    /// <summary>Unknown, Healthy, Suspect, Lost or Validating.</summary>
    public string Primary { get; internal init; } = "";

    /// <summary>Frames a second of the primary's stream; 0 before the first frame.</summary>
    public double PrimaryRate { get; internal init; }

    /// <summary>What the primary's stream said last; empty where all is well.</summary>
    public string PrimaryDetail { get; internal init; } = "";

    /// <summary>Unknown, Healthy, Suspect, Lost or Validating.</summary>
    public string Secondary { get; internal init; } = "";

    /// <summary>Frames a second of the secondary's stream; 0 before the first frame.</summary>
    public double SecondaryRate { get; internal init; }

    /// <summary>What the secondary's stream said last; empty where all is well.</summary>
    public string SecondaryDetail { get; internal init; } = "";

    /// <summary>Switches from one side to the other since the streams were opened.</summary>
    public int Switches { get; internal init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Camera}: {Phase} ({Shown})";

    internal static RmfTile Of(TileStatus status) => new()
    {
        Camera = status.Name,
        Shown = status.Shown?.ToString() ?? "",
        Phase = status.Phase.ToString(),
        Priority = status.Home.ToString(),
        Since = status.Since,
        Cause = status.Cause?.ToString() ?? "",
        Primary = status.Primary.Health.ToString(),
        PrimaryRate = Math.Round(status.Primary.FramesPerSecond, 1),
        PrimaryDetail = status.Primary.Detail,
        Secondary = status.Secondary.Health.ToString(),
        SecondaryRate = Math.Round(status.Secondary.FramesPerSecond, 1),
        SecondaryDetail = status.Secondary.Detail,
        Switches = status.Switches,
    };
}
