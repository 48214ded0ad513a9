using System.Diagnostics;
using RMF.Simulator;
using RMF.SmartClient.Host.Seeing;
using RMF.SmartClient.Host.Sites;

namespace RMF.SmartClient.Host.Scenarios;

/// <summary>Eight by eight tiles with both sides open: what it costs, and how long a failover of all of them takes.</summary>
internal sealed class PluginWallScenario : PluginScenario
{
    private const int Edge = 8;

    /// <summary>After which an operator takes the client for dead.</summary>
    private static readonly TimeSpan LongestBlock = TimeSpan.FromSeconds(5);

    public override string Name => "plugin-wall";

    public override TimeSpan Limit => TimeSpan.FromSeconds(240);

    /// <summary>Nothing is written over pictures that are this small, so that they can be read from the screen.</summary>
    public override LabOptions Sites => base.Sites with { FramesPerSecond = 4, MorePolicy = base.Sites.MorePolicy.Replace("onFailover", "never", StringComparison.Ordinal) };

    public override async Task RunAsync(Stage stage)
    {
        var cameras = stage.Lab.Pairs.Select(p => stage.Client.Tree.Camera(Guid.Parse(p.Primary)).Name).ToList();
        stage.Window.Show(Edge, Edge, Enumerable.Range(0, Edge * Edge).Select(i => TileOf(stage, cameras[i % cameras.Count])));
        await AllShowAsync(stage, Primary, "64 tiles show the primary", TimeSpan.FromSeconds(60));
        await WallMeasurement.RunAsync(stage);
        stage.Shoot("home");

        await Task.Run(() => KillRecorders(stage));
        stage.Watch.Reset();
        var began = Stopwatch.GetTimestamp();
        var blocked = TimeSpan.Zero;
        await stage.UntilAsync(
            "64 tiles show the secondary after both recorders died",
            async () =>
            {
                var sides = await Eyes.SidesOfAsync(stage.Window.Tiles);
                blocked = stage.Watch.Longest;
                return sides.All(s => s == Secondary);
            },
            TimeSpan.FromSeconds(30),
            () => SidesOf(stage));
        stage.Measure("until the screen showed the secondary in all 64 tiles", Stopwatch.GetElapsedTime(began).TotalMilliseconds, "ms");
        stage.Measure("longest block of the user interface in the failover", blocked.TotalMilliseconds, "ms");
        stage.Check("the user interface does not hang", blocked < LongestBlock, $"{blocked.TotalMilliseconds:0} ms");
        stage.Shoot("away");
    }
    private static void KillRecorders(Stage stage)
    {
        foreach (var recorder in PrimaryRecorders)
        {
            stage.Lab.Primary.Server.Faults.Add(Fault.OfStream(FaultKind.StreamKill, recorder));
        }
    }
}
