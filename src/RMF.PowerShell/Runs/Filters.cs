namespace RMF.PowerShell.Runs;

/// <summary>What the inventory cmdlets' parameters let through.</summary>
internal static class Filters
{
    public static bool OnSide(string wanted, string side) => wanted == "Both" || string.Equals(wanted, side, StringComparison.OrdinalIgnoreCase);

    /// <summary>In the group or below it.</summary>
    public static bool IsInGroup(string path, string group)
    {
        var wanted = "/" + group.Trim('/');
        return path.Equals(wanted, StringComparison.OrdinalIgnoreCase) || path.StartsWith(wanted + "/", StringComparison.OrdinalIgnoreCase);
    }
}
