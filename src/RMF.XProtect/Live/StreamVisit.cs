using RMF.Engine.Ports;
using RMF.Engine.Secrets;
using RMF.XProtect.Errors;
using RMF.XProtect.Identity;

namespace RMF.XProtect.Live;

/// <summary>
/// One connection to a recorder from its beginning to its end: connect with a token, ask for live frames, hand them on, prolong the token
/// before it ends, give up on silence. One loop reads; a timer looks after silence and token.
/// </summary>
internal sealed class StreamVisit : IDisposable
{
    /// <summary>Pause after a renewal that failed.</summary>
    private static readonly TimeSpan RenewalPause = TimeSpan.FromSeconds(10);

    private readonly LiveServices services;
    private readonly FrameRequest request;
    private readonly Teller teller;
    private readonly RecorderConnection connection;
    private readonly WireBuffer buffer = new();
    private readonly CancellationToken stopping;
    private volatile BearerToken token;
    private long deadline;
    private TimeSpan allowed;
    private DateTimeOffset renewNotBefore;
    private int renewing;
    private volatile bool isSilent;
    private volatile bool isConnected;

    /// <summary>True while what came is handled: a slow observer is not the recorder's silence.</summary>
    private volatile bool isBusy;
    private bool isCameraLost;
    private int requests;

    public StreamVisit(LiveServices services, FrameRequest request, Teller teller, RecorderConnection connection, BearerToken token, CancellationToken stopping)
    {
        this.services = services;
        this.request = request;
        this.teller = teller;
        this.connection = connection;
        this.token = token;
        this.stopping = stopping;
    }

    /// <summary>True when a frame has come.</summary>
    public bool HadFrames { get; private set; }

    public async Task<StreamEnd> RunAsync()
    {
        Allow(services.Timing.AnswerTimeout);
        using var stop = stopping.Register(static c => ((RecorderConnection)c!).Dispose(), connection);
        using var watch = services.Time.CreateTimer(static v => ((StreamVisit)v!).Look(), this, services.Timing.CheckEvery, services.Timing.CheckEvery);
        try
        {
            await connection.SendAsync(Requests.Connect(++requests, request, token.Value)).ConfigureAwait(false);
            while (true)
            {
                var read = await connection.ReadAsync(buffer.Free()).ConfigureAwait(false);
                if (read == 0)
                {
                    // A socket that was closed on this side can end a read in order, too.
                    return isSilent ? Silence() : new StreamEnd(StreamLossKind.StreamEnded, isConnected ? "The recorder closed the stream." : "The recorder closed the connection without an answer.");
                }

                buffer.Added(read);
                var before = isConnected;
                isBusy = true;
                if (Drain() is { } end)
                {
                    return end;
                }

                if (isConnected)
                {
                    Allow(services.Timing.SilenceTimeout);
                }

                isBusy = false;
                if (isConnected && !before)
                {
                    teller.Status(StreamStatusKind.Connected);
                    await connection.SendAsync(Requests.Live(++requests)).ConfigureAwait(false);
                }
            }
        }
        catch (Exception exception) when (RecorderConnection.IsWire(exception))
        {
            return isSilent ? Silence() : new StreamEnd(StreamLossKind.ConnectionLost, "The connection to the recorder broke.");
        }
    }

    public void Dispose()
    {
        connection.Dispose();
        buffer.Dispose();
    }

    private StreamEnd Silence() => new(StreamLossKind.ConnectionLost, FormattableString.Invariant($"The recorder was silent for {allowed.TotalSeconds:0.#} s."));

    /// <summary>Handles what has come; an end, or null to go on.</summary>
    private StreamEnd? Drain()
    {
        while (true)
        {
            var message = buffer.Next();
            switch (message.Kind)
            {
                case WireMessageKind.Incomplete:
                    return null;
                case WireMessageKind.Frame when isConnected:
                    Frame(message);
                    break;
                case WireMessageKind.Markup:
                    if (Heed(message.Body) is { } end)
                    {
                        return end;
                    }

                    break;
                default:
                    var problem = message.Kind == WireMessageKind.Frame ? "a frame that nobody asked for" : message.Problem;
                    return new StreamEnd(StreamLossKind.ConnectionLost, $"The recorder sent {problem}.");
            }
        }
    }

    private void Frame(in WireMessage message)
    {
        if (!FrameBody.TryGetJpeg(message.Body, out var jpeg))
        {
            teller.Status(StreamStatusKind.FrameDropped, "It is no JPEG.");
            return;
        }

        HadFrames = true;
        if (isCameraLost)
        {
            isCameraLost = false;
            teller.Status(StreamStatusKind.CameraDelivers);
        }

        teller.Frame(message.TimeMs, jpeg);
    }

    private StreamEnd? Heed(ReadOnlySpan<byte> xml)
    {
        if (ServerMessage.Parse(xml) is not { } said)
        {
            return new StreamEnd(StreamLossKind.ConnectionLost, "The recorder sent a message that is not XML.");
        }

        if (said.IsConnected == false)
        {
            var why = Redactor.Clean(said.Reason, [new Secret(token.Value)]);
            return new StreamEnd(StreamLossKind.Refused, why.Length == 0 ? "The recorder refused the stream." : $"The recorder refused the stream: {why}") { Refused = token };
        }

        if (said.IsConnected == true)
        {
            if (isConnected)
            {
                teller.Status(StreamStatusKind.TokenRenewed);
            }

            isConnected = true;
        }

        if (said.CameraLost is { } lost && lost != isCameraLost)
        {
            isCameraLost = lost;
            if (lost)
            {
                teller.Loss(StreamLossKind.CameraLost, "The recorder has lost the camera.");
            }
            else
            {
                teller.Status(StreamStatusKind.CameraDelivers);
            }
        }

        return null;
    }

    private void Allow(TimeSpan wait)
    {
        allowed = wait;
        Interlocked.Exchange(ref deadline, services.Time.GetTimestamp() + (long)(wait.TotalSeconds * services.Time.TimestampFrequency));
    }

    /// <summary>The timer's: gives up on silence, and begins to renew the token when it is due.</summary>
    private void Look()
    {
        if (!isBusy && services.Time.GetTimestamp() >= Interlocked.Read(ref deadline))
        {
            isSilent = true;
            connection.Dispose();
            return;
        }

        var now = services.Time.GetUtcNow();
        if (isConnected && now >= token.RenewAt && now >= renewNotBefore && Interlocked.Exchange(ref renewing, 1) == 0)
        {
            _ = RenewAsync();
        }
    }

    private async Task RenewAsync()
    {
        try
        {
            var answer = await services.AskAsync(async c => new Boxed<BearerToken>(await services.Tokens.GetAsync(null, c).ConfigureAwait(false)), stopping).ConfigureAwait(false);
            if (answer is null || !answer.Outcome.TryGet(out var next))
            {
                renewNotBefore = services.Time.GetUtcNow() + RenewalPause;
                return;
            }

            var isNew = next.Value != token.Value;
            token = next;
            if (isNew)
            {
                await connection.SendAsync(Requests.ConnectUpdate(Interlocked.Increment(ref requests), request, next.Value)).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (RecorderConnection.IsWire(exception))
        {
            // The connection ended meanwhile: its loop tells.
        }
        finally
        {
            Volatile.Write(ref renewing, 0);
        }
    }
}
