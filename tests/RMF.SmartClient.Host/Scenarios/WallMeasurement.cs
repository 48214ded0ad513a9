using RMF.SmartClient.Host.Measuring;
using VideoOS.Platform.Fake;

namespace RMF.SmartClient.Host.Scenarios;

/// <summary>Measures a view of many tiles for a while: frames, processor, memory, and how long the user interface was not there for others.</summary>
internal static class WallMeasurement
{
    private static readonly TimeSpan Span = TimeSpan.FromSeconds(10);

    public static async Task RunAsync(Stage stage)
    {
        var before = FakeViewer.Connected.Select(v => (Viewer: v, v.Displayed, v.Arrived)).ToList();
        stage.Watch.Reset();
        var meter = new ProcessMeter();
        await Task.Delay(Span);
        var (seconds, cpu) = (meter.Elapsed.TotalSeconds, meter.CpuPercent);
        var shown = before.ConvertAll(b => (b.Viewer.Displayed - b.Displayed) / seconds);
        stage.Measure("viewers", before.Count, "");
        stage.Measure("frames shown by a viewer, mean", shown.Average(), "frames/s");
        stage.Measure("frames shown by a viewer, least", shown.Min(), "frames/s");
        stage.Measure("frames received by a viewer, mean", before.Average(b => (b.Viewer.Arrived - b.Arrived) / seconds), "frames/s");
        stage.Measure("processor time of the process, simulated sites included", cpu, "% of one processor");
        stage.Measure("working set of the process, simulated sites included", meter.WorkingSetMegabytes, "MB");
        stage.Measure("longest block of the user interface", stage.Watch.Longest.TotalMilliseconds, "ms");
    }
}
