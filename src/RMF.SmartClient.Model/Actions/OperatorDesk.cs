using RMF.Core.Ptz;
using RMF.Engine.Operator;
using RMF.Engine.Playback;
using RMF.SmartClient.Model.Hosting;

namespace RMF.SmartClient.Model.Actions;

/// <summary>
/// What the tiles of a client share for playback and operators' actions: the reader of recordings, the records of what a side lacks, the log of actions.
/// What a side lacked is done there while the client runs, when the side answers again. Made once for each <see cref="ClientSession"/>; belongs to the user
/// interface's thread.
/// </summary>
public sealed class OperatorDesk : IAsyncDisposable
{
    private readonly IClientPlatform platform;
    private readonly ActionLog log;
    private readonly Func<IMendingScope?> scope;
    private readonly Action<string> tell;
    private MendingLoop? mending;

    /// <param name="session">The client's session.</param>
    /// <param name="places">Tells where cameras look; null = presets cannot be made of the present place.</param>
    public OperatorDesk(ClientSession session, ICameraPlaces? places = null)
        : this(session.Platform, () => SessionMending.Of(session), text => session.Log.Add(Engine.Logs.LogLevel.Information, text), places)
    {
    }

    internal OperatorDesk(IClientPlatform platform, Func<IMendingScope?> scope, Action<string> tell, ICameraPlaces? places)
    {
        this.platform = platform;
        this.scope = scope;
        this.tell = tell;
        Places = places;
        Folder = Path.Combine(platform.DataFolder, "operator");
        Store = new OperatorStore(Folder, platform.Time);
        log = new ActionLog(Folder, platform.User);

        // Playback asks again by itself every few seconds; nothing older is to be believed.
        Recordings = new RecordingReader(platform.Time, new RecordingReaderOptions { KeepOld = TimeSpan.FromSeconds(4), KeepNew = TimeSpan.FromSeconds(3), GiveUpFor = TimeSpan.FromSeconds(10) });
    }

    /// <summary>What was done by itself on a side that lacked it. On the user interface's thread.</summary>
    internal event EventHandler<AskedEventArgs<BothSidesResult>>? Mended;

    /// <summary>Where the records and the log of actions are: <c>operator</c> in <see cref="IClientPlatform.DataFolder"/>.</summary>
    public string Folder { get; }

    internal RecordingReader Recordings { get; }

    internal ICameraPlaces? Places { get; }

    internal OperatorStore Store { get; }

    /// <summary>The loop that mends; for tests.</summary>
    internal MendingLoop? Loop => mending;

    /// <summary>Begins to look for what a side lacks. Once.</summary>
    public void Start() => mending ??= new MendingLoop(platform, this, scope, result =>
    {
        foreach (var outcome in result.Outcomes.Where(o => o.IsDone))
        {
            tell($"{outcome.Action.Camera.Name}: the {OutcomeWords.Of(outcome.Action.Side)} lacked it and has it now: {outcome.Action.Intent}.");
        }

        Mended?.Invoke(this, new AskedEventArgs<BothSidesResult>(result));
    });

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (mending is { } loop)
        {
            await loop.DisposeAsync().ConfigureAwait(false);
        }
    }

    internal BothSides Sides(PresetTolerance tolerance) => new(Store, log, tolerance, platform.Time);

    internal Mending Mending(PresetTolerance tolerance) => new(Store, Sides(tolerance), platform.Time);
}
