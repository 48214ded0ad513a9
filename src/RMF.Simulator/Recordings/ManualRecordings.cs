using RMF.Simulator.Api;
using RMF.Simulator.Store;

namespace RMF.Simulator.Recordings;

/// <summary>
/// Which devices record by hand, and until when. A recording ends when it is stopped, when the device's time-out is over, and with its recorder.
/// Used under the store's write lock.
/// </summary>
internal sealed class ManualRecordings(SiteState state)
{
    private readonly Dictionary<Guid, Running> running = [];

    public bool IsOn(SiteObject device)
    {
        EndOverdue();
        return running.ContainsKey(device.Id);
    }

    /// <summary>One that runs goes on, and its time-out begins again.</summary>
    public void Start(SiteObject device)
    {
        EndOverdue();
        var now = state.Clock.Now;
        DateTimeOffset? until = device["manualRecordingTimeoutEnabled"] is true && device["manualRecordingTimeoutMinutes"] is long minutes ? now.AddMinutes(minutes) : null;
        running[device.Id] = new Running(device, until);
        state.Recordings.Begin(device.Id);
    }

    /// <summary>False when it did not record.</summary>
    public bool Stop(SiteObject device)
    {
        EndOverdue();
        return End(device.Id, state.Clock.Now);
    }

    /// <summary>A recorder that dies takes its manual recordings with it.</summary>
    public void EndOf(Guid recorder)
    {
        EndOverdue();
        foreach (var id in running.Values.Where(r => r.Device.Above("recordingServers")?.Id == recorder).Select(r => r.Device.Id).ToList())
        {
            End(id, state.Clock.Now);
        }
    }

    /// <summary>True when a time-out may be over.</summary>
    public bool HasAny => running.Count > 0;

    public void EndOverdue()
    {
        var now = state.Clock.Now;
        foreach (var (id, until) in running.Where(r => r.Value.Until <= now).Select(r => (r.Key, r.Value.Until!.Value)).ToList())
        {
            End(id, until);
        }
    }

    private bool End(Guid id, DateTimeOffset at)
    {
        if (!running.Remove(id))
        {
            return false;
        }

        state.Recordings.End(id, at);
        return true;
    }

    private sealed record Running(SiteObject Device, DateTimeOffset? Until);
}
