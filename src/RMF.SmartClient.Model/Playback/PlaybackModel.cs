using RMF.Core.Inventory;
using RMF.Core.Playback;
using RMF.SmartClient.Model.Actions;
using RMF.SmartClient.Model.Binding;
using RMF.SmartClient.Model.Tiles;

namespace RMF.SmartClient.Model.Playback;

/// <summary>
/// Recorded video of a tile: follows a controller and says which side shows it, as docs/playback.md decides. What a side has recorded is read in the
/// background; what is not known is never taken for nothing. Belongs to the user interface's thread, and never waits there.
/// </summary>
public sealed class PlaybackModel : Observable, IDisposable
{
    /// <summary>How long a side is waited for after a jump before the other one is chosen. What is shown stays on the screen meanwhile.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>How often it is looked whether sides have to be asked again.</summary>
    public static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Jump = TimeSpan.FromMinutes(1);

    private readonly ITileCamera camera;
    private readonly OperatorDesk desk;
    private IPlaybackController? controller;
    private PlaybackFollower? follower;
    private FootageReading? reading;
    private ITimer? timer;
    private PlaybackReport latest;
    private long begunAt;
    private TimeSpan? waitsSince;
    private DateTimeOffset waitsAt;
    private Side? shown;
    private string text = "";
    private string reasonText = "";

    /// <param name="tile">The tile.</param>
    /// <param name="desk">What the client's tiles share.</param>
    public PlaybackModel(TileModel tile, OperatorDesk desk)
        : this(new TileCamera(tile), desk)
    {
    }

    internal PlaybackModel(ITileCamera camera, OperatorDesk desk)
    {
        this.camera = camera;
        this.desk = desk;
        GoToNext = new ModelCommand("Go to the next recording", _ => Skip()) { IsOffered = false };
    }

    /// <summary>A controller is followed.</summary>
    public bool IsOpen => controller is not null;

    /// <summary>The side whose viewer is to be on top; null = neither can show anything, and <see cref="Text"/> says why.</summary>
    public Side? Shown
    {
        get => shown;
        private set => Set(ref shown, value);
    }

    /// <summary>The recorded time that is shown, UTC.</summary>
    public DateTimeOffset Position => latest.Time;

    /// <summary>What stands in the middle of the tile where nothing can be shown; empty otherwise.</summary>
    public string Text
    {
        get => text;
        private set => Set(ref text, value);
    }

    /// <summary>Why this side shows, where that is not the one that is preferred; empty otherwise.</summary>
    public string ReasonText
    {
        get => reasonText;
        private set => Set(ref reasonText, value);
    }

    /// <summary>Goes to the next time in the direction of play at which a side can play. Offered where none can now.</summary>
    public ModelCommand GoToNext { get; }

    /// <summary>The decision that is shown; for tests.</summary>
    internal PlaybackFollower? Follower => follower;

    /// <summary>What is known; for tests.</summary>
    internal FootageReading? Reading => reading;

    /// <summary>Follows a controller from now on, instead of any other one.</summary>
    public void Open(IPlaybackController controller)
    {
        Close();
        this.controller = controller;
        reading = new FootageReading(camera.Platform, desk.Recordings, OnAnswered);
        begunAt = camera.Platform.Time.GetTimestamp();
        Shown = camera.LiveShown ?? camera.Now().Preference.Preferred;
        controller.Changed += OnChanged;
        timer = camera.Platform.Time.CreateTimer(static s => ((PlaybackModel)s!).OnTick(), this, Tick, Tick);
        Tell(nameof(IsOpen));
        Follow(camera.Now());
    }

    /// <summary>Follows nothing any more.</summary>
    public void Close()
    {
        if (controller is not { } followed)
        {
            return;
        }

        followed.Changed -= OnChanged;
        timer?.Dispose();
        reading?.Dispose();
        (controller, follower, reading, timer, waitsSince) = (null, null, null, null, null);
        Text = ReasonText = "";
        GoToNext.IsOffered = false;
        Tell(nameof(IsOpen));
    }

    /// <inheritdoc/>
    public void Dispose() => Close();

    private TimeSpan Elapsed => camera.Platform.Time.GetElapsedTime(begunAt);

    private void OnTick() => camera.Platform.Post(() =>
    {
        if (controller is not null)
        {
            Follow(camera.Now());
        }
    });

    private void OnChanged(object? sender, EventArgs e)
    {
        if (controller is not null)
        {
            Hear();
        }
    }

    // Camera, sites or policy may be other ones.
    private void Follow(CameraNow now)
    {
        reading!.Use(now.Recorded);
        if (follower is not null && follower.Cursor.Preference != now.Preference)
        {
            follower = null;
        }

        preference = now.Preference;
        Hear();
    }

    private PlaybackPreference preference;

    private void Hear()
    {
        latest = new PlaybackReport(controller!.Time.ToUniversalTime(), controller.Mode, controller.Speed, Elapsed);
        var isLost = follower is { Cursor: { Shown: { Plays: null, Next: null } } cursor } && cursor.Position == latest.Time;
        reading!.Look(latest.Time, latest.Mode == PlaybackMode.Reverse, isLost);
        Decide();
    }

    private void OnAnswered()
    {
        // It was asked for where the operator was: where he is by now is asked for at once, and not with the next tick.
        if (reading?.IsSettled(latest.Time) == false)
        {
            reading.Look(latest.Time, latest.Mode == PlaybackMode.Reverse, isLost: false);
        }

        Decide();
    }

    private void Decide()
    {
        if (reading is null)
        {
            return;
        }

        if (!reading.IsSettled(latest.Time))
        {
            // Each jump is waited for anew: an operator who scrubs on through what was never read is not turned to the other side for that.
            if (waitsSince is null || (latest.Time - waitsAt).Duration() > Jump)
            {
                (waitsSince, waitsAt) = (Elapsed, latest.Time);
            }

            if (Elapsed - waitsSince < Patience)
            {
                // What is shown stays: to take what is not known for nothing would turn to the other side and back.
                return;
            }
        }
        else
        {
            waitsSince = null;
        }

        var (primary, secondary) = (reading.Of(Side.Primary).FootageAt(latest.Time), reading.Of(Side.Secondary).FootageAt(latest.Time));
        if (follower is null)
        {
            follower = PlaybackFollower.Open(preference, primary, secondary, latest);
        }
        else
        {
            follower = ReferenceEquals(follower.Cursor.Primary, primary) ? follower : follower.With(Side.Primary, primary);
            follower = ReferenceEquals(follower.Cursor.Secondary, secondary) ? follower : follower.With(Side.Secondary, secondary);
            follower = follower.Take(latest);
        }

        Show(follower.Cursor);
    }

    private void Show(PlaybackCursor cursor)
    {
        var decision = cursor.Shown;
        var isReverse = latest.Mode == PlaybackMode.Reverse;
        if (decision.Plays is not null || !PlaybackWords.IsBlind(reading!))
        {
            Shown = decision.Plays;
        }

        ReasonText = PlaybackWords.Reason(decision, cursor.Preference);
        Text = decision.Plays is not null ? "" : PlaybackWords.Nothing(decision, reading!, isReverse, cursor.Position, camera.Platform.Time.LocalTimeZone);
        GoToNext.IsOffered = decision.Plays is null;
        GoToNext.Text = isReverse ? "Go to the recording before" : "Go to the next recording";
        GoToNext.WhyNot = decision.Next is null ? "No other recording is known in this direction." : null;
        Tell(nameof(Position));
    }

    private void Skip()
    {
        if (controller is not null && follower?.Cursor.Shown is { Plays: null, Next: { } next })
        {
            controller.Goto(next);
        }
    }
}
