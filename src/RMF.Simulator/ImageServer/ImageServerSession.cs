using RMF.Simulator.Faults;
using RMF.Simulator.Server;

namespace RMF.Simulator.ImageServer;

/// <summary>One client's connection to a recorder: it names a camera and a token, then asks for live frames, prolongs its token, stops.</summary>
internal sealed class ImageServerSession : IDisposable
{
    private readonly SemaphoreSlim single = new(1);
    private readonly RecorderServices services;
    private readonly HttpConnection connection;
    private readonly Stream stream;
    private readonly MethodReader reader;
    private readonly CancellationTokenSource ending;
    private readonly object gate = new();
    private readonly StreamTrouble trouble;
    private volatile CameraFeed? camera;
    private CancellationTokenSource? live;
    private FrameWriter? recorded;
    private Task pumping = Task.CompletedTask;
    private long tokenEnds;

    public ImageServerSession(RecorderServices services, HttpConnection connection, Stream stream, byte first, CancellationToken cancel)
    {
        this.services = services;
        this.connection = connection;
        this.stream = stream;
        reader = new MethodReader(stream, first);
        ending = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        trouble = Trouble();
    }

    public async Task ServeAsync()
    {
        try
        {
            while (await reader.ReadAsync(ending.Token).ConfigureAwait(false) is { } request)
            {
                if (services.IsSilent)
                {
                    continue;
                }

                if (MethodCall.Parse(request) is not { } call || !await AnswerAsync(call).ConfigureAwait(false))
                {
                    return;
                }
            }
        }
        finally
        {
            await ending.CancelAsync().ConfigureAwait(false);
            await pumping.ConfigureAwait(false);
        }
    }

    /// <summary>Breaks or ends the stream where a fault says so. Thread-safe.</summary>
    public void ApplyFaults()
    {
        if (camera is null)
        {
            return;
        }

        lock (gate)
        {
            var now = Trouble();
            if (now.IsKilled)
            {
                connection.Reset();
            }
            else if (now.IsRefused)
            {
                connection.End();
            }
        }
    }

    public void Dispose()
    {
        ending.Dispose();
        live?.Dispose();
        single.Dispose();
    }

    private StreamTrouble Trouble() => new(services.Faults, services.IsNamed, target => camera is { } own && RecorderServices.Names(own.Id, own.Name, target));

    /// <summary>False where the connection ends.</summary>
    private async Task<bool> AnswerAsync(MethodCall call)
    {
        switch (call.Method.ToLowerInvariant())
        {
            case "connect" when camera is null:
                return await ConnectAsync(call).ConfigureAwait(false);
            case "connectupdate" when camera is not null:
                return await ProlongAsync(call).ConfigureAwait(false);
            case "live" when camera is { } feed:
                Begin(feed);
                return true;
            case "stop" when camera is not null:
                await StopAsync().ConfigureAwait(false);
                await SendAsync(Replies.Done(call), ending.Token).ConfigureAwait(false);
                return true;
            case "goto" when camera is { } feed:
                return await GotoAsync(call, feed).ConfigureAwait(false);
            case "live" or "stop" or "goto" or "connectupdate":
                await SendAsync(Replies.Refused(call, "Not connected"), ending.Token).ConfigureAwait(false);
                return false;
            default:
                await SendAsync(Replies.Unknown(call), ending.Token).ConfigureAwait(false);
                return true;
        }
    }

    private async Task<bool> ConnectAsync(MethodCall call)
    {
        var id = call.Parameters.GetValueOrDefault("id") ?? call.Camera;
        var found = Guid.TryParse(id, out var guid) ? services.Feeds.Find(services.RecorderId, guid) : null;
        camera = found;
        if (found is not null && trouble.IsKilled)
        {
            connection.Reset();
            return false;
        }

        var ends = trouble.TakesNoToken ? null : services.Tokens.EndOf(call.Token);
        var problem = found is null ? "Unknown camera" : trouble.IsRefused ? "The camera is not available" : ends is null ? "Token invalid" : null;
        if (problem is not null)
        {
            camera = null;
            await SendAsync(Replies.Refused(call, problem), ending.Token).ConfigureAwait(false);
            return false;
        }

        Interlocked.Exchange(ref tokenEnds, ends!.Value.UtcTicks);
        await SendAsync(Replies.Connected(call), ending.Token).ConfigureAwait(false);
        return true;
    }

    private async Task<bool> ProlongAsync(MethodCall call)
    {
        if (trouble.TakesNoToken || services.Tokens.EndOf(call.Token) is not { } ends)
        {
            await SendAsync(Replies.Refused(call, "Token invalid"), ending.Token).ConfigureAwait(false);
            return false;
        }

        Interlocked.Exchange(ref tokenEnds, ends.UtcTicks);
        await SendAsync(Replies.Connected(call), ending.Token).ConfigureAwait(false);
        return true;
    }

    /// <summary>The recorded frame of a time; false where the connection ends.</summary>
    private async Task<bool> GotoAsync(MethodCall call, CameraFeed feed)
    {
        var time = services.State.Options.TimeProvider;
        if (Interlocked.Read(ref tokenEnds) <= time.GetUtcNow().UtcTicks || services.Feeds.Find(services.RecorderId, feed.Id) is not { } now)
        {
            connection.End();
            return false;
        }

        if (trouble.IsStalled)
        {
            return true;
        }

        if (trouble.DrawDelay() is var late && late > TimeSpan.Zero)
        {
            await Task.Delay(late, time, ending.Token).ConfigureAwait(false);
        }

        var found = call.TimeMs is { } ms
            ? services.State.Store.Read(() => services.State.Store.Find("cameras", feed.Id) is { } item ? services.State.Recordings.Shown(item, DateTimeOffset.FromUnixTimeMilliseconds(ms)) : null)
            : null;
        recorded ??= new FrameWriter(services.Faults);
        await SendAsync(
            found is not { } frame ? Replies.NoRecording(call)
                : trouble.Strikes(FaultKind.StreamGarbage) is { } garbage ? recorded.Noise(garbage)
                : recorded.Write(now, frame, trouble.Strikes(FaultKind.FrameCorrupt)),
            ending.Token).ConfigureAwait(false);
        return true;
    }

    private void Begin(CameraFeed feed)
    {
        if (live is not null)
        {
            return;
        }

        live = CancellationTokenSource.CreateLinkedTokenSource(ending.Token);
        var pump = new LivePump(services.State, services.Feeds, services.Outages, new FrameWriter(services.Faults), Trouble(), SendAsync);
        var cancel = live.Token;
        pumping = Task.Run(() => PumpAsync(pump, feed, cancel), CancellationToken.None);
    }

    private async Task PumpAsync(LivePump pump, CameraFeed feed, CancellationToken cancel)
    {
        try
        {
            await pump.RunAsync(services.RecorderId, feed, () => new DateTimeOffset(Interlocked.Read(ref tokenEnds), TimeSpan.Zero), cancel).ConfigureAwait(false);
            connection.End();
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The client has stopped, or the connection is closed: nobody is left to send to.
        }
    }

    private async Task StopAsync()
    {
        if (live is { } running)
        {
            await running.CancelAsync().ConfigureAwait(false);
            await pumping.ConfigureAwait(false);
            running.Dispose();
            live = null;
        }
    }

    private async ValueTask SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        await single.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            await stream.WriteAsync(bytes, cancel).ConfigureAwait(false);
            await stream.FlushAsync(cancel).ConfigureAwait(false);
        }
        finally
        {
            single.Release();
        }
    }
}
