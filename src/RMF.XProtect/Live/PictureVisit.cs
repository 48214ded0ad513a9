using System.Text;
using System.Text.Json;
using RMF.Engine.Ports;
using RMF.XProtect.Http;
using RMF.XProtect.Json;

namespace RMF.XProtect.Live;

/// <summary>Pictures one by one through the management server's gateway: slow, but it needs no connection to the recorder.</summary>
internal sealed class PictureVisit(LiveServices services, FrameRequest request, Teller teller)
{
    private const string TaskName = "JpegGetLive";
    private static readonly byte[] Size = Encoding.ASCII.GetBytes("{\"width\":1280,\"height\":720}");

    /// <summary>True when a picture has come.</summary>
    public bool HadFrames { get; private set; }

    /// <summary>How it ended; null when the time is over and all is well.</summary>
    /// <param name="duration">How long; null = until it fails.</param>
    /// <param name="stopping">Ends it.</param>
    public async Task<StreamEnd?> RunAsync(TimeSpan? duration, CancellationToken stopping)
    {
        var began = services.Time.GetTimestamp();
        while (duration is not { } limit || services.Time.GetElapsedTime(began) < limit)
        {
            var asked = services.Time.GetTimestamp();
            if (await TakeAsync(stopping).ConfigureAwait(false) is { } end)
            {
                return end;
            }

            var pause = services.Timing.PictureInterval - services.Time.GetElapsedTime(asked);
            if (pause > TimeSpan.Zero)
            {
                await Clock.DelayAsync(services.Time, pause, stopping).ConfigureAwait(false);
            }
        }

        return null;
    }

    private async Task<StreamEnd?> TakeAsync(CancellationToken stopping)
    {
        var wire = WireRequest.Task("cameras/" + Uri.EscapeDataString(request.CameraId), TaskName, Size);
        using var patience = Clock.CancelAfter(services.Time, services.Timing.AnswerTimeout);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stopping);
        Reply reply;
        try
        {
            reply = await services.Session.Gateway.SendAsync(wire, both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            return new StreamEnd(StreamLossKind.ConnectionLost, FormattableString.Invariant($"No picture came within {services.Timing.AnswerTimeout.TotalSeconds:0.#} s."));
        }

        if (reply.Answer is not { } answer)
        {
            return StreamEnd.Of(reply.Error!);
        }

        using (answer)
        {
            var (jpeg, takenAt) = Read(answer.Memory);
            if (jpeg is null || !FrameBody.TryGetJpeg(jpeg, out var picture))
            {
                return new StreamEnd(StreamLossKind.ConnectionLost, "The answer holds no picture.");
            }

            HadFrames = true;
            teller.Frame(takenAt?.ToUnixTimeMilliseconds(), picture);
            return null;
        }
    }

    private static (byte[]? Jpeg, DateTimeOffset? TakenAt) Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var result = document.RootElement.GetProperty("result");
            DateTimeOffset? at = result.TryGetProperty("frameDateTime", out var time) && time.TryGetDateTimeOffset(out var taken) && taken.Year > 1970 ? taken : null;
            return (result.GetProperty("jpegDataAsBase64").GetBytesFromBase64(), at);
        }
        catch (Exception exception) when (BrokenAnswer.Is(exception))
        {
            return (null, null);
        }
    }
}
