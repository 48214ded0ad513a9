using System.Text.Json;
using RMF.Engine.Ports;
using RMF.XProtect.Http;
using RMF.XProtect.Json;
using RMF.XProtect.Live;
using RMF.XProtect.Soap;
using RMF.XProtect.Tasks;

namespace RMF.XProtect.Playback;

/// <summary>One picture of now: from the recording server itself, or through the gateway where that is not to be had. Thread-safe.</summary>
internal sealed class LivePicture(LiveServices services, RecorderCommands recorders)
{
    private const string Operation = "JPEGGetLive";
    private const string TaskName = "JpegGetLive";

    public async Task<Outcome<RecordedFrame>> ReadAsync(RecordedCamera camera, CancellationToken cancellationToken)
    {
        var direct = await AskRecorderAsync(camera, cancellationToken).ConfigureAwait(false);
        if (direct.Error is null)
        {
            return direct;
        }

        services.Session.Gateway.Link.Say($"no picture from the recorder: {direct.Error.Message}");
        var through = await AskGatewayAsync(camera, cancellationToken).ConfigureAwait(false);
        return through.Error is null ? through : direct;
    }

    private async Task<Outcome<RecordedFrame>> AskRecorderAsync(RecordedCamera camera, CancellationToken cancellationToken)
    {
        // Not a read that is sent again: the gateway is the second try, and a picture of now cannot wait.
        var request = new SoapRequest(
            Operation,
            isRead: false,
            SoapRequest.Argument("deviceId", camera.CameraId),
            SoapRequest.Argument("maxWidth", PlaybackLimits.PictureWidth),
            SoapRequest.Argument("maxHeight", PlaybackLimits.PictureHeight));
        var reply = await recorders.SendAsync(camera.RecorderId, request, cancellationToken).ConfigureAwait(false);
        if (reply.Result is not { } answer)
        {
            return reply.Error!;
        }

        var result = answer.Child(Operation + "Result");
        try
        {
            return Make(result?.Time("Time"), Convert.FromBase64String(result?.Text("Data") ?? string.Empty), Operation);
        }
        catch (FormatException)
        {
            return Make(null, [], Operation);
        }
    }

    private async Task<Outcome<RecordedFrame>> AskGatewayAsync(RecordedCamera camera, CancellationToken cancellationToken)
    {
        var size = JsonBody.Object(static writer =>
        {
            writer.WriteNumber("width", PlaybackLimits.PictureWidth);
            writer.WriteNumber("height", PlaybackLimits.PictureHeight);
        });
        var request = WireRequest.Task("cameras/" + Uri.EscapeDataString(camera.CameraId), TaskName, size);
        var reply = await services.Session.Gateway.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (reply.Answer is not { } answer)
        {
            return reply.Error!;
        }

        using (answer)
        {
            try
            {
                using var document = JsonDocument.Parse(answer.Memory);
                var result = document.RootElement.GetProperty("result");
                return Make(SoapXml.ParseTime(result.GetProperty("frameDateTime").GetString()), result.GetProperty("jpegDataAsBase64").GetBytesFromBase64(), TaskName);
            }
            catch (Exception exception) when (BrokenAnswer.Is(exception))
            {
                return Make(null, [], TaskName);
            }
        }
    }

    private Outcome<RecordedFrame> Make(DateTimeOffset? time, byte[] body, string operation) => time is { } taken && FrameBody.TryGetJpeg(body, out var jpeg)
        ? new RecordedFrame(taken, null, null, jpeg.Length == body.Length ? body : jpeg.ToArray())
        : services.Session.Errors.Make(SiteErrorKind.UnexpectedAnswer, operation, $"{services.Session.Site}: {operation} answered without a picture and its time.");
}
