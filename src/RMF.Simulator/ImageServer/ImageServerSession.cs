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
            case "live" or "stop" or "connectupdate":
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
