using RMF.Simulator.Api;
using RMF.Simulator.Building;
using RMF.Simulator.ImageServer;
using RMF.Simulator.Store;

namespace RMF.Simulator.Recordings;

/// <summary>
/// What a site's recorders have recorded. A camera of which nobody said anything is recorded without a gap for its storage's retention, if its
/// recording is switched on; that is computed when somebody asks and costs nothing before. Thread-safe. Lock order: the site's store first.
/// </summary>
internal sealed class RecordingStore
{
    private const double Slowest = 0.02;
    private const double Fastest = 240;
    private const double DefaultRate = 5;

    private readonly object gate = new();
    private readonly Dictionary<Guid, CameraRecordings> told = [];
    private readonly Downtimes downtimes;
    private readonly SiteState state;

    public RecordingStore(SiteState state, FaultSet faults, IEnumerable<RecorderServices> recorders)
    {
        this.state = state;
        downtimes = new Downtimes(faults, state.Clock, [.. recorders.Select(r => (r.RecorderId, (Func<bool>)(() => r.IsDead || r.IsShut)))]);
        foreach (var recorder in state.World.Recorders)
        {
            foreach (var (hardware, camera) in recorder.Hardware.SelectMany(h => h.Cameras.Select(c => (h, c))))
            {
                if (camera.Recordings is { } given)
                {
                    Read(state.Ids.Of($"recorders/{recorder.Name}/hardware/{hardware.Address.Authority}/cameras/{camera.Channel}"), given);
                }
            }
        }
    }

    /// <summary>The sequences of a camera within its retention. Caller holds a lock of the site's store.</summary>
    public IReadOnlyList<RecordedSequence> Of(SiteObject camera)
    {
        if (camera.Above("recordingServers") is not { } recorder || camera.Above("hardware") is not { } hardware)
        {
            return [];
        }

        var now = state.Clock.Now;
        var down = downtimes.Of(recorder.Id, DeviceAddress.Of(hardware), now);
        var isRecording = camera["recordingEnabled"] is not false && camera.Enabled && hardware.Enabled;
        lock (gate)
        {
            return (told.GetValueOrDefault(camera.Id) ?? new CameraRecordings()).Compute(Oldest(camera, now), now, isRecording, down);
        }
    }

    /// <summary>How far back a camera's recordings are kept, archives included. Caller holds a lock of the site's store.</summary>
    public DateTimeOffset Oldest(SiteObject camera, DateTimeOffset now)
    {
        const long Default = 7 * 24 * 60;
        var storage = camera["recordingStorage"] is Reference reference ? state.Store.Find("storages", reference.Id) : null;
        var minutes = storage is null ? Default : storage.Children("archiveStorages").Append(storage).Max(s => s["retainMinutes"] as long? ?? Default);
        return now - TimeSpan.FromMinutes(minutes);
    }

    /// <summary>The grid of a camera's frames. Caller holds a lock of the site's store.</summary>
    public static FrameGrid GridOf(SiteObject camera)
    {
        var rate = camera["recordingFramerate"] is { } given ? Convert.ToDouble(given, System.Globalization.CultureInfo.InvariantCulture) : DefaultRate;
        return new FrameGrid(TimeSpan.FromSeconds(1) / Math.Clamp(rate > 0 ? rate : DefaultRate, Slowest, Fastest));
    }

    /// <summary>The frame that is shown at a time: the last one at or before it, else the first one after it. Caller holds a lock of the site's store.</summary>
    public FoundFrame? Shown(SiteObject camera, DateTimeOffset time)
    {
        var (sequences, grid) = (Of(camera), GridOf(camera));
        return FrameSearch.AtOrBefore(sequences, grid, time) ?? FrameSearch.AtOrAfter(sequences, grid, time);
    }

    /// <summary>What the camera itself still has of a stretch. Caller holds a lock of the site's store.</summary>
    public IReadOnlyList<RecordedSequence> OnDevice(SiteObject camera, DateTimeOffset from, DateTimeOffset to)
    {
        var now = state.Clock.Now;
        var since = Oldest(camera, now);
        lock (gate)
        {
            return SequenceList.Subtract(SequenceList.Clip([new RecordedSequence(since, now)], from, to), told.GetValueOrDefault(camera.Id)?.LostOnDevice ?? []);
        }
    }

    public void Add(Guid camera, RecordedSequence stretch) => Change(camera, c => c.Add(stretch));

    public void Remove(Guid camera, RecordedSequence stretch) => Change(camera, c => c.Remove(stretch));

    public void LoseOnDevice(Guid camera, RecordedSequence stretch) => Change(camera, c => c.LoseOnDevice(stretch));

    /// <summary>Hardware is new: its cameras have recorded nothing so far. Caller holds a lock of the site's store.</summary>
    public void Born(SiteObject hardware)
    {
        var now = state.Clock.Now;
        foreach (var camera in hardware.Children("cameras"))
        {
            Change(camera.Id, c => c.Since = now);
        }
    }

    /// <summary>Begins to record by hand; false where that goes on already.</summary>
    public bool Begin(Guid camera)
    {
        var now = state.Clock.Now;
        return Change(camera, c => c.Begin(now));
    }

    /// <summary>Ends recording by hand; false where nobody had begun. What was recorded is a sequence from now on.</summary>
    /// <param name="camera">Whose.</param>
    /// <param name="at">When it ended.</param>
    public bool End(Guid camera, DateTimeOffset at) => Change(camera, c => c.End(at));

    /// <summary>Since when a camera is recorded by hand; null = it is not.</summary>
    public DateTimeOffset? ManualSince(Guid camera)
    {
        lock (gate)
        {
            return told.GetValueOrDefault(camera)?.ManualSince;
        }
    }

    private void Read(Guid camera, WorldRecordings given)
    {
        var now = state.Clock.Now;
        Change(camera, c =>
        {
            c.IsContinuous = given.Continuous;
            foreach (var stretch in given.Sequences)
            {
                c.Add(stretch.At(now));
            }

            foreach (var gap in given.Gaps)
            {
                c.Remove(gap.At(now));
            }

            foreach (var gap in given.DeviceGaps)
            {
                c.LoseOnDevice(gap.At(now));
            }
        });
    }

    private void Change(Guid camera, Action<CameraRecordings> change) => Change(camera, c =>
    {
        change(c);
        return true;
    });

    private bool Change(Guid camera, Func<CameraRecordings, bool> change)
    {
        lock (gate)
        {
            if (!told.TryGetValue(camera, out var own))
            {
                told.Add(camera, own = new CameraRecordings());
            }

            return change(own);
        }
    }
}
