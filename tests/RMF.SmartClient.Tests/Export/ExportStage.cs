using RMF.Core.Inventory;
using RMF.Engine.Operator;
using RMF.Engine.Playback;
using RMF.Engine.Ports;
using RMF.Policy;
using RMF.Simulation.Tests.Playback;
using RMF.SmartClient.Model.Actions;
using RMF.SmartClient.Model.Export;
using RMF.SmartClient.Model.Hosting;
using RMF.SmartClient.Tests.Playback;

namespace RMF.SmartClient.Tests.Export;

/// <summary>The export help of a tile whose camera two sites on sockets have recorded.</summary>
internal sealed class ExportStage : ITileCamera, IAsyncDisposable
{
    private readonly HandPlatform platform;

    private ExportStage(Footage footage)
    {
        Footage = footage;
        Recorded = footage.Pair;
        platform = new HandPlatform(TimeProvider.System, Path.Combine(footage.Folder, "client"));
        Desk = new OperatorDesk(platform, () => null, _ => { }, null);
    }

    public Footage Footage { get; }

    public RecordedPair Recorded { get; set; }

    public HandPlatform Client => platform;

    public OperatorDesk Desk { get; }

    public List<string> Said { get; } = [];

    public string Folder => Path.Combine(Footage.Folder, "out");

    public IEnumerable<string> Files => Directory.Exists(Folder) ? Directory.EnumerateFiles(Folder).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal) : [];

    public IClientPlatform Platform => platform;

    public string Title => Footage.Pair.Name;

    public Side? LiveShown => null;

    public static async Task<ExportStage> StartAsync() => new(await Footage.StartAsync());

    public CameraNow Now() => new(
        new OperatorCamera(Title, new SideCamera("north", Recorded.Primary!.Camera.CameraId), new SideCamera("south", Recorded.Secondary!.Camera.CameraId)),
        Recorded,
        new CameraReach([], new Dictionary<string, ISite>(), new Dictionary<string, SiteError?>()),
        new RedundancyPolicy());

    public void Log(string text) => Said.Add(text);

    /// <summary>Opens the help with a range, in seconds from the footage's origin, and plans.</summary>
    public async Task<ExportHelpModel> OpenAsync(double begin, double end)
    {
        var model = new ExportHelpModel(this, Desk, Footage.At(end)) { Folder = Folder };
        SetRange(model, begin, end);
        model.Open();
        await DoneAsync(model);
        return model;
    }

    public void SetRange(ExportHelpModel model, double begin, double end)
        => (model.FromText, model.ToText) = (ExportRange.Text(Footage.At(begin), Client.Time.LocalTimeZone), ExportRange.Text(Footage.At(end), Client.Time.LocalTimeZone));

    public async Task PressAsync(ExportHelpModel model, Model.Binding.ModelCommand command)
    {
        Assert.True(command.CanExecute(null), command.WhyNot);
        command.Execute(null);
        await DoneAsync(model);
    }

    public Task DoneAsync(ExportHelpModel model) => platform.UntilAsync(() => !model.IsBusy, "the work has ended");

    public ValueTask DisposeAsync() => Footage.DisposeAsync();
}
