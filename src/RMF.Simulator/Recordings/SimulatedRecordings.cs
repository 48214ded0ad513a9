using RMF.Simulator.Api;
using RMF.Simulator.Recordings;
using RMF.Simulator.Store;

namespace RMF.Simulator;

/// <summary>
/// What a simulated site has recorded, and ways to change it behind its clients' back. Times are the site's. Cameras are named by name or id.
/// Thread-safe.
/// </summary>
public sealed class SimulatedRecordings
{
    private readonly SiteState state;
    private readonly Func<string, Guid> find;

    internal SimulatedRecordings(SiteState state, Func<string, Guid> find)
    {
        this.state = state;
        this.find = find;
    }

    /// <summary>What is recorded of a camera now, in order of time.</summary>
    /// <exception cref="ArgumentException">No such camera, or more than one.</exception>
    public IReadOnlyList<RecordedSequence> List(string camera)
    {
        var id = find(camera);
        return state.Store.Read(() => state.Store.Find("cameras", id) is SiteObject item ? state.Recordings.Of(item) : []);
    }

    /// <summary>Makes a gap: what was recorded in this time is gone, and what would be is not.</summary>
    /// <exception cref="ArgumentException">No such camera, or more than one; or the end is not after the beginning.</exception>
    public void Remove(string camera, DateTimeOffset from, DateTimeOffset to) => state.Recordings.Remove(find(camera), Stretch(from, to));

    /// <summary>Fills a gap.</summary>
    /// <exception cref="ArgumentException">No such camera, or more than one; or the end is not after the beginning.</exception>
    public void Add(string camera, DateTimeOffset from, DateTimeOffset to) => state.Recordings.Add(find(camera), Stretch(from, to));

    /// <summary>The camera's own storage has lost this time too, so that retrieving it brings nothing. Otherwise it has kept everything.</summary>
    /// <exception cref="ArgumentException">No such camera, or more than one; or the end is not after the beginning.</exception>
    public void LoseOnDevice(string camera, DateTimeOffset from, DateTimeOffset to) => state.Recordings.LoseOnDevice(find(camera), Stretch(from, to));

    private static RecordedSequence Stretch(DateTimeOffset from, DateTimeOffset to) => from < to
        ? new RecordedSequence(from.ToUniversalTime(), to.ToUniversalTime())
        : throw new ArgumentException("The end must be after the beginning.", nameof(to));
}
