using RMF.Core.Playback;

namespace RMF.PowerShell.Cmdlets.Playback;

/// <summary>Reads the parameter that names a side.</summary>
internal static class Preferring
{
    /// <summary>The side that was named, else the policy's.</summary>
    public static Core.Inventory.Side Side(string? name, PlaybackPreference preference)
        => name is null ? preference.Preferred
            : string.Equals(name, nameof(Core.Inventory.Side.Primary), StringComparison.OrdinalIgnoreCase) ? Core.Inventory.Side.Primary : Core.Inventory.Side.Secondary;
}
