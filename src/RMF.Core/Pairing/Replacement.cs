namespace RMF.Core.Pairing;

/// <summary>
/// Tells whether another device stands behind a remembered pair. A difference counts while it is on one side only: once both sides know the same
/// MAC, driver and address again, the target has followed and the pair is a plain one.
/// </summary>
internal static class Replacement
{
    private const string AddressChanged = "address changed";

    /// <summary>What changed, for people; null when it is the same device.</summary>
    public static string? Of(HardwareIdentity primary, HardwareIdentity secondary, RememberedPair remembered)
    {
        if (Differ(primary.Mac, secondary.Mac))
        {
            return "MAC differs";
        }

        // Where both know one MAC it is one device, and two new addresses are two ways to it, if there were two before.
        var hasTwoWays = primary.Mac is not null && secondary.Mac is not null
            && Differ(remembered.PrimaryIdentity?.Address?.ToString(), remembered.SecondaryIdentity?.Address?.ToString());
        return Changed(primary, secondary, remembered, static i => i.Mac, bothMayDiffer: false) ? "MAC changed"
            : Changed(primary, secondary, remembered, static i => i.DriverNumber, bothMayDiffer: false) ? "driver changed"
            : Changed(primary, secondary, remembered, static i => i.Address?.ToString(), bothMayDiffer: hasTwoWays) ? AddressChanged
            : null;
    }

    /// <summary>Both sides have another address than the one that is remembered of them.</summary>
    public static bool HasNewAddressOnBoth(HardwareIdentity primary, HardwareIdentity secondary, RememberedPair remembered)
        => Differ(primary.Address?.ToString(), remembered.PrimaryIdentity?.Address?.ToString()) && Differ(secondary.Address?.ToString(), remembered.SecondaryIdentity?.Address?.ToString());

    /// <summary>What was remembered, as a pair: plain, or Replaced.</summary>
    public static ItemPair PairOf(HardwareCandidate primary, HardwareCandidate secondary, RememberedPair remembered, PairState otherwise, string by)
        => Of(primary.Identity, secondary.Identity, remembered) is { } changed
            ? new ItemPair(primary.Item, secondary.Item, PairState.Replaced, by + ", " + changed) { IsAddressAlone = ReferenceEquals(changed, AddressChanged) }
            : new ItemPair(primary.Item, secondary.Item, otherwise, by);

    /// <summary>Both are known and they are not the same.</summary>
    public static bool Differ(string? a, string? b) => a is not null && b is not null && !string.Equals(a, b, StringComparison.Ordinal);

    private static bool Changed(HardwareIdentity primary, HardwareIdentity secondary, RememberedPair remembered, Func<HardwareIdentity, string?> of, bool bothMayDiffer)
    {
        var left = remembered.PrimaryIdentity is { } primaryThen && Differ(of(primary), of(primaryThen));
        var right = remembered.SecondaryIdentity is { } secondaryThen && Differ(of(secondary), of(secondaryThen));
        var equalNow = of(primary) is { } a && string.Equals(a, of(secondary), StringComparison.Ordinal);
        return (left || right) && !equalNow && !(left && right && bothMayDiffer);
    }
}
