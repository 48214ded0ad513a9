using System.Globalization;
using RMF.Simulator.Api;
using RMF.Simulator.Building;
using RMF.Simulator.Pictures;
using RMF.Simulator.Store;

namespace RMF.Simulator.ImageServer;

/// <summary>Finds out what a site's cameras deliver. Thread-safe.</summary>
internal sealed class CameraFeeds(SiteState state)
{
    private const double Slowest = 0.02;
    private const double Fastest = 240;

    private readonly long start = state.Options.TimeProvider.GetTimestamp();
    private readonly DateTimeOffset startedAt = state.Options.TimeProvider.GetUtcNow();

    /// <summary>The enabled camera of a recorder; null where the recorder has none of this id.</summary>
    public CameraFeed? Find(Guid recorder, Guid camera) => state.Store.Read(() =>
        state.Store.Find("cameras", camera) is { } item && item.Above("recordingServers")?.Id == recorder ? Of(item) : null);

    /// <summary>What a camera delivers; null where it is disabled. Caller holds a lock of the store.</summary>
    public CameraFeed? Of(SiteObject camera) => camera.Enabled && camera.Above("hardware") is { Enabled: true } hardware
        ? new CameraFeed(camera.Id, camera.Name, DeviceAddress.Of(hardware), TimeSpan.FromSeconds(1) / Rate(camera.Id), new CameraPicture(state.World.Name, state.World.Side, camera.Name))
        : null;

    /// <summary>Number of the frame that a camera takes now, the same for all who look.</summary>
    public long FrameNow(CameraFeed feed) => state.Options.TimeProvider.GetElapsedTime(start).Ticks / feed.Interval.Ticks;

    /// <summary>How long until a frame is taken; negative when it was.</summary>
    public TimeSpan Until(CameraFeed feed, long frame) => (feed.Interval * frame) - state.Options.TimeProvider.GetElapsedTime(start);

    /// <summary>When a frame is taken by the site's clock: the same for all who look, however busy the machine is.</summary>
    public DateTimeOffset TakenAt(CameraFeed feed, long frame) => startedAt + (feed.Interval * frame) + state.Clock.Skew;

    private double Rate(Guid camera)
    {
        if (state.Options.FramesPerSecond is { } fixedRate)
        {
            return Math.Clamp(fixedRate, Slowest, Fastest);
        }

        // The stream that live clients get; a driver without this setting delivers as XProtect's own default.
        var uses = state.Store.Find("streams", camera)?["stream"] as IReadOnlyList<Block>;
        var live = (uses?.FirstOrDefault(u => u.Find("liveDefault") is true) ?? uses?.FirstOrDefault())?.Find("streamReferenceId") as string;
        var streams = state.Store.Find("settings", camera)?["stream"] as IReadOnlyList<Block>;
        var stream = streams?.FirstOrDefault(s => s.Find("streamReferenceId") is string id && string.Equals(id, live, StringComparison.OrdinalIgnoreCase));
        return stream?.Find("FPS") is { } rate ? Math.Clamp(Convert.ToDouble(rate, CultureInfo.InvariantCulture), Slowest, Fastest) : SimulatorOptions.DefaultFramesPerSecond;
    }
}
