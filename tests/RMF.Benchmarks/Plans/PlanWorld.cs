using System.Globalization;
using RMF.Core.Inventory;
using RMF.Testing.Worlds;

namespace RMF.Benchmarks.Plans;

/// <summary>
/// Two large sites: 100 hardware of one camera on each recording server, three offered and two used streams a camera, about ninety values each;
/// every tenth camera differs in a few values and every hundredth device is missing on the secondary side.
/// </summary>
public static class PlanWorld
{
    public const int DefaultCameras = 12_000;

    private const int CamerasPerRecorder = 100;

    /// <summary>Devices that the secondary lacks in a world of so many.</summary>
    public static int MissingOf(int cameras) => Enumerable.Range(0, cameras).Count(IsMissing);

    /// <summary>Cameras that the secondary has set up differently.</summary>
    public static int DifferentOf(int cameras) => Enumerable.Range(0, cameras).Count(IsDifferent);

    public static SyncWorld Build(int cameras)
    {
        var recorders = (cameras + CamerasPerRecorder - 1) / CamerasPerRecorder;
        var primary = new SiteBuilder("a");
        var secondary = new SiteBuilder("b");
        for (var r = 0; r < recorders; r++)
        {
            var first = r * CamerasPerRecorder;
            var count = Math.Min(CamerasPerRecorder, cameras - first);
            primary.Recorder("REC-A" + r, b => Fill(b, first, count, Side.Primary));
            secondary.Recorder("REC-B" + r, b => Fill(b, first, count, Side.Secondary));
        }

        var world = SyncWorld.Of(primary, secondary);
        for (var r = 0; r < recorders; r++)
        {
            world = world.Link("REC-A" + r, "REC-B" + r, ("30 days", "30 days"));
        }

        return world;
    }

    private static bool IsMissing(int number) => number % 100 == 7;

    private static bool IsDifferent(int number) => number % 10 == 3;

    private static void Fill(RecorderBuilder recorder, int first, int count, Side side)
    {
        recorder.Storage("30 days", isDefault: true).Storage("90 days");
        for (var i = first; i < first + count; i++)
        {
            if (side == Side.Secondary && IsMissing(i))
            {
                continue;
            }

            var number = i;
            recorder.Hardware(
                string.Create(CultureInfo.InvariantCulture, $"10.{i / 65536}.{i / 256 % 256}.{i % 256}"),
                h => h.Mac(i.ToString("X12", CultureInfo.InvariantCulture)).Camera(0, "Camera " + number, c => Fill(c, number, side)));
        }
    }

    private static void Fill(CameraBuilder camera, int number, Side side)
    {
        var differs = side == Side.Secondary && IsDifferent(number);
        foreach (var property in new[] { "shortName", "description" })
        {
            camera.Set(property, "Text " + (number % 50));
        }

        foreach (var property in new[] { "icon", "coverageDirection", "coverageDepth", "coverageFieldOfView", "recordingFramerate", "prebufferSeconds", "manualRecordingTimeoutMinutes" })
        {
            camera.Set(property, Scalar.Number(differs ? 7 : 5));
        }

        foreach (var property in new[] { "recordKeyframesOnly", "recordOnRelatedDevices", "prebufferEnabled", "prebufferInMemory", "manualRecordingTimeoutEnabled", "edgeStorageEnabled" })
        {
            camera.Set(property, Scalar.False);
        }

        for (var s = 0; s < 15; s++)
        {
            camera.Setting("Setting" + s, Scalar.Text(s.ToString(CultureInfo.InvariantCulture)));
        }

        for (var s = 1; s <= 3; s++)
        {
            camera.VideoStream(
                "Video stream " + s,
                ("FPS", differs ? "12" : "25"), ("codec", "H.264"), ("resolution", "1920x1080"), ("bitrate", "4000"), ("gop", "50"), ("quality", "70"), ("profile", "main"), ("rateControl", "vbr"));
        }

        camera.Uses("Video stream 1", ("name", Scalar.Text("Live")), ("liveMode", Scalar.Text("WhenNeeded")), ("liveDefault", Scalar.True), ("defaultPlayback", Scalar.False), ("recordTo", Scalar.Text("None")), ("useEdge", Scalar.False));
        camera.Uses("Video stream 2", ("name", Scalar.Text("Record")), ("liveMode", Scalar.Text("Never")), ("liveDefault", Scalar.False), ("defaultPlayback", Scalar.True), ("recordTo", Scalar.Text("Primary")), ("useEdge", Scalar.False));
        foreach (var property in new[] { "gridSize", "hardwareAccelerationMode", "processTime" })
        {
            camera.Motion(property, Scalar.Text("Normal"));
        }

        camera.Motion("threshold", Scalar.Number(2000)).Motion("manualSensitivity", Scalar.Number(30)).Motion("keyframesOnly", Scalar.True).Motion("excludeRegions", Scalar.Text(string.Empty));
    }
}
