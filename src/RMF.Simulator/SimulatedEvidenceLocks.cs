using System.Globalization;
using RMF.Simulator.Api;
using RMF.Simulator.Building;
using RMF.Simulator.Evidence;

namespace RMF.Simulator;

/// <summary>
/// The evidence locks of a simulated site, and ways to place and remove them behind its clients' back. They are told and keep nothing from
/// being deleted. Times are the site's. Cameras are named by name or id. Thread-safe.
/// </summary>
public sealed class SimulatedEvidenceLocks
{
    private readonly SiteState state;
    private readonly Func<string, Guid> find;
    private int number;

    internal SimulatedEvidenceLocks(SiteState state, Func<string, Guid> find)
    {
        this.state = state;
        this.find = find;
    }

    public int Count => state.Store.Read(() => state.EvidenceLocks.Count);

    /// <summary>Places a lock, as if at the end of the time whose recordings it holds.</summary>
    /// <returns>Its id.</returns>
    /// <exception cref="ArgumentException">No such camera, or more than one; or the end is not after the beginning.</exception>
    public Guid Add(string name, IReadOnlyCollection<string> cameras, DateTimeOffset from, DateTimeOffset to)
    {
        ArgumentNullException.ThrowIfNull(cameras);
        return from < to
            ? Add(name, [.. cameras.Select(find)], new RecordedSequence(from.ToUniversalTime(), to.ToUniversalTime()))
            : throw new ArgumentException("The end must be after the beginning.", nameof(to));
    }

    /// <summary>False where there is no such lock.</summary>
    public bool Remove(Guid id) => state.Store.Write(() => state.EvidenceLocks.RemoveAll(l => l.Id == id) > 0);

    /// <summary>Places those of the world.</summary>
    /// <exception cref="ArgumentException">One names no camera, or more than one.</exception>
    internal void Place(IReadOnlyCollection<WorldEvidenceLock> locks, DateTimeOffset start)
    {
        var cameras = locks.Count == 0 ? [] : state.Store.Read(() => DeviceIndex.Of(state.Store, "cameras"));
        foreach (var one in locks)
        {
            Add(one.Name, [.. one.Cameras.Select(c => cameras.GetValueOrDefault(c)?.Id ?? throw new ArgumentException($"The evidence lock '{one.Name}' lists '{c}', which names no camera or more than one.", nameof(locks)))], one.Time.At(start));
        }
    }

    private Guid Add(string name, IReadOnlyList<Guid> devices, RecordedSequence time)
    {
        var made = new EvidenceLock(state.Ids.Of("evidenceLocks/" + Interlocked.Increment(ref number).ToString(CultureInfo.InvariantCulture)), name, devices, time, time.End);
        return state.Store.Write(() =>
        {
            state.EvidenceLocks.Add(made);
            return made.Id;
        });
    }
}
