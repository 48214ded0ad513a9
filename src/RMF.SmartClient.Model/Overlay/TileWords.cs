using RMF.Core.Inventory;
using RMF.Core.Live;
using RMF.Engine.Live;
using RMF.Policy;
using RMF.SmartClient.Model.Pairs;

namespace RMF.SmartClient.Model.Overlay;

/// <summary>A tile's state in an operator's words, and when it is told. Pure.</summary>
public static class TileWords
{
    /// <summary>Whether the overlay is shown.</summary>
    /// <param name="rule">The policy's <c>live.overlay</c>.</param>
    /// <param name="phase">Where the tile stands.</param>
    /// <param name="keepsLast">No side has a picture.</param>
    public static bool IsShown(OverlayRule rule, TilePhase phase, bool keepsLast)
        => keepsLast || rule == OverlayRule.Always || (rule == OverlayRule.OnFailover && phase is not (TilePhase.Home or TilePhase.Starting));

    /// <summary>A side's name as it is shown.</summary>
    public static string Of(Side side) => side == Side.Primary ? "Primary" : "Secondary";

    /// <summary>Why the tile shows what it shows; empty where there is nothing to tell.</summary>
    /// <param name="cause">Of the last move; null before the first.</param>
    /// <param name="home">The side that the tile prefers.</param>
    public static string Why(SwitchCause? cause, Side home) => cause switch
    {
        SwitchCause.HomeNeverCame => $"The {Plain(home)} gave no picture in time.",
        SwitchCause.HomeLost => $"The {Plain(home)} lost its picture.",
        SwitchCause.AwayLost => $"The {Plain(Other(home))} lost its picture.",
        SwitchCause.BothLost => "Neither side has a picture.",
        SwitchCause.PictureAgain => "A picture came back.",
        SwitchCause.Failback => $"The {Plain(home)} has proved itself again.",
        SwitchCause.Operator => "An operator asked for it.",
        _ => "",
    };

    /// <summary>The same for a camera without a pair.</summary>
    /// <param name="cause">Of the last move; null before the first.</param>
    public static string WhyAlone(SwitchCause? cause) => cause switch
    {
        SwitchCause.BothLost => "The camera gives no picture.",
        SwitchCause.PictureAgain => "A picture came back.",
        _ => "",
    };

    /// <summary>What governs the tile; empty where that is the policy alone.</summary>
    /// <param name="phase">Where the tile stands.</param>
    /// <param name="home">The side that the tile prefers, or that is pinned.</param>
    /// <param name="isHeldHere">Somebody pinned it in front of this screen.</param>
    /// <param name="order">The order that it follows; null = none.</param>
    public static string State(TilePhase phase, Side home, bool isHeldHere, OverrideRecord? order) => phase switch
    {
        TilePhase.ReturningHome => $"Goes back to the {Plain(home)} when that has proved itself.",
        TilePhase.Pinned when isHeldHere => $"Pinned here to the {Plain(home)}.",
        TilePhase.Pinned when order is not null => $"Ordered to the {Plain(home)}{By(order)}",
        TilePhase.Pinned => $"Pinned to the {Plain(home)}.",
        TilePhase.Paused => order is null ? "Stays here until it is resumed." : $"Ordered to stay{By(order)}",
        _ => "",
    };

    /// <summary>Where a side is recorded; empty where that is not known.</summary>
    public static string Place(PairedEnd end) => string.Join(" ", new[] { end.Site, end.RecorderName }.Where(t => t.Length > 0));

    /// <summary>Why a tile keeps its last picture.</summary>
    /// <param name="isProtected">The camera has a pair.</param>
    /// <param name="hasPicture">It showed one before.</param>
    /// <param name="since">Since when, with a blank before it; may be empty.</param>
    /// <param name="status">What the streams said last.</param>
    public static string Kept(bool isProtected, bool hasPicture, string since, TileStatus status)
        => $"No picture{since}." + (hasPicture ? " The last one stays." : "")
            + (isProtected ? Said("Primary", status.Primary) + Said("Secondary", status.Secondary) : Said("Camera", status.Primary));

    private static string Said(string side, TileSideStatus status)
        => $"\n{side}: {(status.Detail.Length > 0 ? status.Detail : status.Frames == 0 ? "no picture came" : "no new picture comes")}";

    internal static string Plain(Side side) => side == Side.Primary ? "primary" : "secondary";

    internal static Side Other(Side side) => side == Side.Primary ? Side.Secondary : Side.Primary;

    private static string By(OverrideRecord order)
        => (order.User.Length > 0 ? $" by {order.User}" : "") + (order.Reason.Length > 0 ? $": {order.Reason}" : ".");
}
