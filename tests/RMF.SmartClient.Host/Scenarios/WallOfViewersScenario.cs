using RMF.SmartClient.Host.Sites;
using RMF.SmartClient.Host.Windows;

namespace RMF.SmartClient.Host.Scenarios;

/// <summary>The client's own viewers, as many as the plugin's wall has: what the stand-in costs without the plugin.</summary>
internal sealed class WallOfViewersScenario : Scenario
{
    private const int Edge = 8;

    public override string Name => "wall-of-viewers";

    public override TimeSpan Limit => TimeSpan.FromSeconds(90);

    public override LabOptions Sites => new() { FramesPerSecond = 4 };

    public override async Task RunAsync(Stage stage)
    {
        var cameras = stage.Lab.Pairs.SelectMany(p => new[] { p.Primary, p.Secondary }).Select(id => stage.Client.Tree.Camera(Guid.Parse(id))).ToList();
        stage.Window.Show(Edge, Edge, Enumerable.Range(0, Edge * Edge).Select(i => TileContent.BuiltIn(cameras[i % cameras.Count])));
        await stage.UntilAsync("each of 64 viewers shows frames", () => stage.Window.Tiles.All(t => t.BuiltIn!.Viewer.Displayed > 2), TimeSpan.FromSeconds(40),
            () => $"{stage.Window.Tiles.Count(t => t.BuiltIn!.Viewer.Displayed > 2)} of {stage.Window.Tiles.Count}");
        await WallMeasurement.RunAsync(stage);
        stage.Shoot("wall");
    }
}
