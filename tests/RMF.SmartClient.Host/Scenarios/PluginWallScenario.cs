using System.Diagnostics;
using RMF.Simulator;
using RMF.SmartClient.Host.Sites;

namespace RMF.SmartClient.Host.Scenarios;

/// <summary>Eight by eight tiles with both sides open: what it costs, and how long a failover of all of them takes.</summary>
internal sealed class PluginWallScenario : PluginScenario
{
    private const int Edge = 8;
    /// <summary>Milliseconds after which an operator takes the client for dead.</summary>
    private const double LongestBlock = 5000;

    public override string Name => "plugin-wall";

    public override TimeSpan Limit => TimeSpan.FromSeconds(240);

    /// <summary>Nothing is written over pictures that are this small, so that they can be read from the screen.</summary>
    public override LabOptions Sites => base.Sites with { FramesPerSecond = 1, MorePolicy = base.Sites.MorePolicy.Replace("onFailover", "never", StringComparison.Ordinal) };

    public override async Task RunAsync(Stage stage)
    {
        var cameras = stage.Lab.Pairs.Select(p => stage.Client.Tree.Camera(Guid.Parse(p.Primary)).Name).ToList();
        stage.Window.Show(Edge, Edge, Enumerable.Range(0, Edge * Edge).Select(i => TileOf(stage, cameras[i % cameras.Count])));
        await AllShowAsync(stage, Primary, "64 tiles show the primary", TimeSpan.FromSeconds(60));
        await WallMeasurement.RunAsync(stage);
        stage.Shoot("home");

        stage.Watch.Reset();
        var began = Stopwatch.GetTimestamp();
        foreach (var recorder in PrimaryRecorders)
        {
            stage.Lab.Primary.Server.Faults.Add(Fault.OfStream(FaultKind.StreamKill, recorder));
        }

        await AllShowAsync(stage, Secondary, "64 tiles show the secondary after both recorders died", TimeSpan.FromSeconds(30));
        stage.Measure("until the screen showed the secondary in all 64 tiles", Stopwatch.GetElapsedTime(began).TotalMilliseconds, "ms");
        stage.Measure("longest block of the user interface in the failover", stage.Watch.Longest.TotalMilliseconds, "ms");
        stage.Check("the user interface does not hang", stage.Watch.Longest.TotalMilliseconds < LongestBlock, $"{stage.Watch.Longest.TotalMilliseconds:0} ms");
        stage.Shoot("away");
    }
}
