using System.Collections.Concurrent;
using RMF.Core.Inventory;

namespace RMF.PowerShell.Runs;

/// <summary>What a session remembers of its runs: the last plan, the last reading of each site (for Fast), and where each site's log-in came from. Thread-safe.</summary>
internal sealed class RunMemory
{
    private volatile RmfPlan? lastPlan;
    private int fastRuns;

    public RmfPlan? LastPlan
    {
        get => lastPlan;
        set => lastPlan = value;
    }

    public ConcurrentDictionary<string, SiteSnapshot> Snapshots { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Counts the Fast runs of the session, from 0, so that each reads other devices again.</summary>
    public int NextRotation() => Interlocked.Increment(ref fastRuns) - 1;

    /// <summary>The address that a policy named when the session logged in for it. A site that Connect-RmfSite logged in to has none: a person chose it.</summary>
    public ConcurrentDictionary<string, Uri> Origins { get; } = new(StringComparer.OrdinalIgnoreCase);
}
