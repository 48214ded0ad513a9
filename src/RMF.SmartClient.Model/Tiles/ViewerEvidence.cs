using RMF.Engine.Ports;
using RMF.SmartClient.Model.Hosting;

namespace RMF.SmartClient.Model.Tiles;

/// <summary>
/// Turns what one viewer and its live source report into the evidence of one stream, and has the viewer connect again where it must. The seam makes
/// one for each viewer, gives it to <see cref="TileModel.OpenLive(IFrameSource, IFrameSource)"/>, and forwards what the client reports, from any
/// thread. Frames carry no bytes: the viewer shows them.
/// </summary>
public sealed class ViewerEvidence : IFrameSource, IFrameStream
{
    /// <summary>The first pause before another attempt; each next one is twice as long, until a frame comes.</summary>
    public static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest pause.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(10);

    /// <summary>The longest wait for the answer to an attempt.</summary>
    public static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(15);

    /// <summary>A connection without a picture for this long is made anew.</summary>
    public static readonly TimeSpan SilencePatience = TimeSpan.FromSeconds(30);

    private readonly object gate = new();
    private readonly IClientPlatform platform;
    private readonly IViewer viewer;
    private readonly ITimer timer;
    private FrameRequest? request;
    private IFrameObserver? observer;
    private State state;
    private TimeSpan pause = FirstPause;
    private long heard;
    private bool isCameraLost;
    private bool isStopped;

    /// <param name="platform">The clock and the user interface's thread.</param>
    /// <param name="viewer">The viewer that it has connect.</param>
    public ViewerEvidence(IClientPlatform platform, IViewer viewer)
    {
        this.platform = platform;
        this.viewer = viewer;
        timer = platform.Time.CreateTimer(static e => ((ViewerEvidence)e!).OnTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private enum State
    {
        /// <summary>Nobody looks.</summary>
        Closed,

        /// <summary>The viewer was told to connect.</summary>
        Connecting,

        /// <summary>The viewer was let in, or shows frames.</summary>
        Connected,

        /// <summary>The next attempt comes after a pause.</summary>
        Pausing,
    }

    /// <inheritdoc/>
    public FrameRequest Request => request ?? throw new InvalidOperationException("The stream was never opened.");

    /// <inheritdoc/>
    public IFrameStream Open(FrameRequest request, IFrameObserver observer)
    {
        lock (gate)
        {
            this.request = request;
            this.observer = observer;
            pause = FirstPause;
            Connect();
        }

        return this;
    }

    /// <summary>The viewer begins to connect.</summary>
    public void Connecting() => Tell(o => o.OnStatus(new StreamStatus(StreamStatusKind.Connecting, "", Now)));

    /// <summary>The viewer was answered.</summary>
    /// <param name="granted">False: it was refused.</param>
    /// <param name="reason">Why, in the server's words; may be empty.</param>
    public void ConnectAnswered(bool granted, string reason)
    {
        if (!granted)
        {
            Lose(StreamLossKind.Refused, reason.Length > 0 ? reason : "the recording server refused the stream");
            return;
        }

        Tell(o =>
        {
            Hear();
            o.OnStatus(new StreamStatus(StreamStatusKind.Connected, "", Now));
        });
    }

    /// <summary>A frame was shown, or could be.</summary>
    public void Displayed() => Tell(o =>
    {
        // The frame may come from the connection that is being given up: it is a picture all the same.
        if (state != State.Pausing)
        {
            Hear();
            pause = FirstPause;
        }

        isCameraLost = false;
        o.OnFrame(new LiveFrame(Now, platform.Time.GetUtcNow(), null, default));
    });

    /// <summary>The live source's status changed.</summary>
    /// <param name="cameraLost">The recording server says that it has lost the camera.</param>
    /// <param name="stopped">Live video was stopped by the server.</param>
    public void StatusChanged(bool cameraLost, bool stopped)
    {
        Tell(o =>
        {
            if (cameraLost != isCameraLost)
            {
                isCameraLost = cameraLost;
                if (cameraLost)
                {
                    o.OnLoss(new StreamLoss(StreamLossKind.CameraLost, "the recording server has lost the camera", Now));
                }
                else
                {
                    o.OnStatus(new StreamStatus(StreamStatusKind.CameraDelivers, "", Now));
                }
            }
        });
        if (stopped && !isStopped)
        {
            Lose(StreamLossKind.StreamEnded, "the server stopped live video");
        }

        isStopped = stopped;
    }

    /// <summary>The connection broke.</summary>
    /// <param name="reason">Why, for people; never a secret.</param>
    public void Failed(string reason) => Lose(StreamLossKind.ConnectionLost, reason);

    /// <summary>The server closed the stream in order.</summary>
    public void Ended() => Lose(StreamLossKind.StreamEnded, "the server ended the stream");

    /// <inheritdoc/>
    public void Wake()
    {
        lock (gate)
        {
            if (state == State.Pausing)
            {
                Connect();
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        lock (gate)
        {
            observer = null;
            if (state != State.Closed)
            {
                state = State.Closed;
                timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                platform.Post(() =>
                {
                    // It may have been opened again meanwhile.
                    if (state == State.Closed)
                    {
                        viewer.Disconnect();
                    }
                });
            }
        }

        return default;
    }

    private long Now => platform.Time.GetTimestamp();

    private void Tell(Action<IFrameObserver> what)
    {
        lock (gate)
        {
            if (observer is { } hearing)
            {
                what(hearing);
            }
        }
    }

    private void Lose(StreamLossKind kind, string reason) => Tell(o =>
    {
        if (state != State.Pausing)
        {
            state = State.Pausing;
            timer.Change(pause, Timeout.InfiniteTimeSpan);
            pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks));
        }

        o.OnLoss(new StreamLoss(kind, reason, Now));
    });

    // Something came over the connection: the wait for silence begins anew, without touching the timer for each frame.
    private void Hear()
    {
        heard = Now;
        if (state != State.Connected)
        {
            state = State.Connected;
            timer.Change(SilencePatience, Timeout.InfiniteTimeSpan);
        }
    }

    private void Connect()
    {
        state = State.Connecting;
        isStopped = false;
        timer.Change(ConnectPatience, Timeout.InfiniteTimeSpan);
        platform.Post(() =>
        {
            if (state != State.Closed)
            {
                viewer.Connect();
            }
        });
    }

    private void OnTimer()
    {
        lock (gate)
        {
            switch (state)
            {
                case State.Pausing:
                    Connect();
                    break;
                case State.Connecting:
                    Lose(StreamLossKind.Unreachable, FormattableString.Invariant($"the viewer got no answer in {ConnectPatience.TotalSeconds} s"));
                    break;
                case State.Connected:
                    var silent = platform.Time.GetElapsedTime(heard, Now);
                    if (silent < SilencePatience)
                    {
                        timer.Change(SilencePatience - silent, Timeout.InfiniteTimeSpan);
                    }
                    else if (isCameraLost)
                    {
                        // Why there is no picture is known; the connection is made anew all the same, in case it is dead too.
                        Connect();
                    }
                    else
                    {
                        Lose(StreamLossKind.ConnectionLost, FormattableString.Invariant($"no picture came for {SilencePatience.TotalSeconds} s"));
                    }

                    break;
            }
        }
    }
}
