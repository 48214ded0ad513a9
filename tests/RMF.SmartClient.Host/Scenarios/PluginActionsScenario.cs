using RMF.Simulator;

namespace RMF.SmartClient.Host.Scenarios;

/// <summary>An operator records and sets bookmarks by a tile's buttons: both sides do it, and where one cannot, the tile says so.</summary>
internal sealed class PluginActionsScenario : PluginScenario
{
    private const string Recording = "StartManualRecording";
    private const string Stopping = "StopManualRecording";
    private const string Bookmarks = "/bookmarks";

    public override string Name => "plugin-actions";

    public override async Task RunAsync(Stage stage)
    {
        await ShowAsync(stage, 1, 1, "Dome north");
        var tile = stage.Window.Tiles[0];
        await PressAsync(stage, tile, "Record");
        await BothAsync("both sides record", Recording);
        await stage.UntilAsync("the tile says so", () => Says(tile, "primary and secondary"), TimeSpan.FromSeconds(5), () => SidesOf(stage));
        stage.Shoot("records");
        await PressAsync(stage, tile, "Record");
        await BothAsync("both sides end it", Stopping);

        await PressAsync(stage, tile, "Bookmark");
        await BothAsync("both sides have a bookmark", Bookmarks);

        stage.Lab.Secondary.Server.Faults.Add(Fault.On(FaultKind.ErrorStatus, "POST", "/bookmarks*", count: null));
        await PressAsync(stage, tile, "Bookmark");
        await stage.UntilAsync("a side that cannot is named", () => Says(tile, "Not on the secondary"), TimeSpan.FromSeconds(30), () => SidesOf(stage));
        stage.Check("and the other one did it", Count(stage.Lab.Primary, Bookmarks) >= 2);
        stage.Shoot("one-side");

        var camera = stage.Camera(stage.Lab.Primary, "Dome north").FQID.ObjectId;
        stage.Client.Denials.Add(camera, "CREATE_BOOKMARK");
        await Input.Hands.MoveAsync(stage.Window, 0.5, 0.005);
        await Task.Delay(6000);
        await Input.Hands.MoveAsync(tile);
        await stage.UntilAsync("without the right there is no button", () => ButtonsOf(tile) is var names && names.Contains("Record", StringComparison.Ordinal) && !names.Contains("Bookmark", StringComparison.Ordinal), TimeSpan.FromSeconds(10), () => ButtonsOf(tile));

        Task BothAsync(string what, string words) => stage.UntilAsync(what, () => HasDone(stage.Lab.Primary, words) && HasDone(stage.Lab.Secondary, words), TimeSpan.FromSeconds(20),
            () => $"primary {Count(stage.Lab.Primary, words)}, secondary {Count(stage.Lab.Secondary, words)}; {SidesOf(stage)}");
    }
}
