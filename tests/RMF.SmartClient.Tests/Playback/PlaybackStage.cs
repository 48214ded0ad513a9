using RMF.Core.Inventory;
using RMF.Core.Playback;
using RMF.Engine.Operator;
using RMF.Engine.Playback;
using RMF.Policy;
using RMF.SmartClient.Model.Actions;
using RMF.SmartClient.Model.Hosting;
using RMF.SmartClient.Model.Playback;
using RMF.Testing;

namespace RMF.SmartClient.Tests.Playback;

/// <summary>A tile that plays recordings of two sides in memory, on a clock that the test moves. Times count in seconds from noon; now is four in the afternoon.</summary>
internal sealed class PlaybackStage : ITileCamera, IDisposable
{
    private readonly HandPlatform platform = new(new ManualTimeProvider(Noon.AddHours(4)));
    private bool isHeld;

    public PlaybackStage(PlaybackPolicy? policy = null)
    {
        Policy = policy ?? new PlaybackPolicy();
        Desk = new OperatorDesk(platform, () => null, _ => { }, null);
        Model = new PlaybackModel(this, Desk);
    }

    public static DateTimeOffset Noon { get; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public PlaybackPolicy Policy { get; set; }

    public HeldRecordings Primary { get; } = new("north");

    public HeldRecordings Secondary { get; } = new("south");

    public OperatorDesk Desk { get; }

    public HandController Controller { get; } = new();

    public PlaybackModel Model { get; }

    public HandPlatform Client => platform;

    public bool HasSecondary { get; set; } = true;

    public IClientPlatform Platform => platform;

    public string Title => "Gate 1";

    public Side? LiveShown { get; set; }

    public static DateTimeOffset At(double seconds) => Noon.AddSeconds(seconds);

    public static TimeRange Range(double begin, double end) => new(At(begin), At(end));

    public CameraNow Now() => new(
        new OperatorCamera(Title, new SideCamera("north", "cam-north"), HasSecondary ? new SideCamera("south", "cam-south") : null),
        new RecordedPair(Title, Primary.Source, HasSecondary ? Secondary.Source : null),
        new CameraReach([], new Dictionary<string, Engine.Ports.ISite>(), new Dictionary<string, Engine.Ports.SiteError?>()),
        new RedundancyPolicy { Playback = Policy });

    public void Log(string text)
    {
    }

    /// <summary>Opens at a time, and waits until both sides are known there.</summary>
    public async Task OpenAsync(double at, PlaybackMode mode = PlaybackMode.Stop, double speed = 1)
    {
        Controller.Move(At(at), mode, speed);
        Model.Open(Controller);
        await KnownAsync();
    }

    /// <summary>Goes to a time, and waits until both sides are known there.</summary>
    public async Task GotoAsync(double at)
    {
        Controller.Move(At(at));
        await KnownAsync();
    }

    /// <summary>A side's answers are held back.</summary>
    public void Hold(HeldRecordings side)
    {
        isHeld = true;
        side.Hold();
    }

    public void LetGo(HeldRecordings side)
    {
        isHeld = false;
        side.LetGo();
    }

    public Task KnownAsync() => platform.UntilAsync(() => Primary.UnderWay + Secondary.UnderWay == 0 && Model.Reading!.IsSettled(Controller.Time), "both sides are known");

    /// <summary>Lets time go by second by second; the controller plays on.</summary>
    public async Task PlayAsync(int seconds)
    {
        for (var second = 0; second < seconds; second++)
        {
            await WaitAsync(1);
            var signed = Controller.Mode switch
            {
                PlaybackMode.Forward => Controller.Speed,
                PlaybackMode.Reverse => -Controller.Speed,
                _ => 0,
            };
            Controller.Move(Controller.Time.AddSeconds(signed));
            await AnsweredAsync();
        }
    }

    /// <summary>Lets time go by while the controller stands where it is.</summary>
    public async Task WaitAsync(int seconds)
    {
        for (var second = 0; second < seconds; second++)
        {
            platform.Clock.Advance(TimeSpan.FromSeconds(1));
            platform.Pump();
            await AnsweredAsync();
        }
    }

    public void Dispose() => Model.Dispose();

    // Every question was answered, and the answer was shown. While one is held back, the others get a moment.
    private async Task AnsweredAsync()
    {
        await Task.WhenAny(Model.Reading?.Last ?? Task.CompletedTask, Task.Delay(isHeld ? 20 : 5_000));
        platform.Pump();
    }
}
