using RMF.Engine.Ports;
using VideoOS.Platform.Data;

namespace RMF.SmartClient.Mip;

/// <summary>Recorded pictures of one camera by the client's own means.</summary>
internal sealed class MipRecordedFrames : IRecordedFrames
{
    private readonly string site;
    private readonly JPEGVideoSource source;

    private MipRecordedFrames(string site, JPEGVideoSource source)
    {
        this.site = site;
        this.source = source;
    }

    public static Outcome<IRecordedFrames> Open(string site, RecordedCamera camera)
    {
        if (MipIds.Camera(camera.CameraId) is not { } item)
        {
            return MipErrors.NoCamera(site, "open recordings");
        }

        try
        {
            var opened = new JPEGVideoSource(item);
            opened.Init();
            return Outcome<IRecordedFrames>.Of(new MipRecordedFrames(site, opened));
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return MipErrors.Of(site, "open recordings", exception);
        }
    }

    public Task<Outcome<RecordedFrame?>> GotoAsync(DateTimeOffset time, CancellationToken cancellationToken) => Task.Run(() => Goto(time), cancellationToken);

    public ValueTask DisposeAsync()
    {
        source.Close();
        return default;
    }

    private Outcome<RecordedFrame?> Goto(DateTimeOffset time)
    {
        try
        {
            // Nothing at or before it: the first one after it, as recording servers answer.
            var data = source.GetAtOrBefore(time.UtcDateTime) as JPEGData ?? source.GetNearest(time.UtcDateTime) as JPEGData;
            return data is null
                ? Outcome<RecordedFrame?>.Of(null)
                : new RecordedFrame(Utc(data.DateTime)!.Value, Utc(data.PreviousDateTime), Utc(data.NextDateTime), data.Bytes);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return MipErrors.Of(site, "get a recorded picture", exception);
        }
    }

    // The kit says "none" by the first or the last instant that there is.
    private static DateTimeOffset? Utc(DateTime time)
        => time.Year is <= 1 or >= 9999 ? null : new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc));
}
