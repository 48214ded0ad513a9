using System.Globalization;
using RMF.Simulator.Store;

namespace RMF.Simulator.Building;

/// <summary>Device licences as a site counts them now: one a hardware, enabled or not.</summary>
/// <param name="Activated">Devices with a licence.</param>
/// <param name="InGrace">Devices beyond what the site owns.</param>
/// <param name="Total">What it owns.</param>
internal readonly record struct Licenses(long Activated, long InGrace, long Total)
{
    public static Licenses Of(SiteStore store, SiteObject information)
    {
        var total = information.Extra is int owned ? owned : 0;
        var devices = store.All("hardware").Count;
        return new Licenses(Math.Min(devices, total), Math.Max(0, devices - total), total);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Activated} out of {Total}");
}
