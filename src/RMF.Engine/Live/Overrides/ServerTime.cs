using RMF.Engine.Ports;

namespace RMF.Engine.Live;

/// <summary>
/// The time that orders to tiles are told in: that of the first site, in the policy's order, whose clock is known to differ from this host's.
/// Clocks that differ by less than two seconds count as equal. Stateless and thread-safe.
/// </summary>
public static class ServerTime
{
    /// <summary>How far server time is ahead of this host's clock; negative = behind, zero = equal or not known.</summary>
    public static TimeSpan Ahead(IEnumerable<ISite> sites) => sites.Select(s => s.ClockAhead).FirstOrDefault(a => a != TimeSpan.Zero);
}
