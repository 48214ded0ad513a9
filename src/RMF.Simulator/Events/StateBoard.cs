using RMF.Simulator.Api;
using RMF.Simulator.Building;
using RMF.Simulator.Store;

namespace RMF.Simulator.Events;

/// <summary>Whether the site reaches its recorders, hardware and cameras, by the standing faults, and what changed when faults did. Thread-safe.</summary>
internal sealed class StateBoard
{
    private readonly object gate = new();
    private readonly SiteState state;
    private readonly Outages outages;
    private Dictionary<(string Resource, Guid Id), DeviceEvent>? known;

    public StateBoard(SiteState state, Outages outages)
    {
        this.state = state;
        this.outages = outages;
    }

    /// <summary>The state of all now, and what has changed since the last look. The first look changes nothing.</summary>
    public IReadOnlyList<DeviceEvent> Look(out IReadOnlyList<DeviceEvent> changes)
    {
        lock (gate)
        {
            changes = Settle();
            return [.. known!.Values];
        }
    }

    private List<DeviceEvent> Settle()
    {
        var before = known;
        var now = new Dictionary<(string Resource, Guid Id), DeviceEvent>(before?.Count ?? 0);
        var changed = new List<DeviceEvent>();
        foreach (var (item, type) in state.Store.Read(() => Each().ToList()))
        {
            var key = (item.Resource.Name, item.Id);
            if (before is not null && before.TryGetValue(key, out var same) && same.Type == type)
            {
                now[key] = same;
                continue;
            }

            var made = new DeviceEvent(state.Ids.Next(), item.Resource.Name, item.Id, type, state.Clock.Now);
            now[key] = made;
            if (before is not null)
            {
                changed.Add(made);
            }
        }

        known = now;
        return changed;
    }

    /// <summary>Caller holds a lock of the store.</summary>
    private IEnumerable<(SiteObject Item, string Type)> Each()
    {
        foreach (var recorder in state.Store.All("recordingServers"))
        {
            var isAway = outages.IsAway(recorder) || outages.GivesNoPicture(recorder);
            yield return (recorder, !recorder.Enabled ? EventTypes.DeviceStopped : isAway ? EventTypes.DeviceError : EventTypes.DeviceStarted);
            foreach (var hardware in recorder.Children("hardware"))
            {
                var isLost = isAway || outages.Reach(DeviceAddress.Of(hardware)) is null;
                yield return (hardware, !hardware.Enabled ? EventTypes.HardwareStopped : isLost ? EventTypes.HardwareError : EventTypes.HardwareStarted);
                foreach (var camera in hardware.Children("cameras"))
                {
                    yield return (camera, !hardware.Enabled || !camera.Enabled ? EventTypes.DeviceStopped : isLost ? EventTypes.DeviceError : EventTypes.DeviceStarted);
                }
            }
        }
    }
}
