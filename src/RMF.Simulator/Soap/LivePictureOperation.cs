using RMF.Simulator.Http;

namespace RMF.Simulator.Soap;

/// <summary>One live picture. The size that is asked for is not heeded: letters would be lost.</summary>
internal sealed class LivePictureOperation : IRecorderOperation
{
    public SimResponse Run(RecorderCall call)
    {
        var services = call.Services;
        if (call.Id("deviceId") is not { } id || services.Feeds.Find(services.RecorderId, id) is not { } feed)
        {
            return SoapCall.Refuse("The device is not known.");
        }

        if (services.Outages.Reach(feed.Hardware) is null || call.State.Store.Read(() => call.Device("cameras", id) is { } camera && services.Outages.GivesNoPicture(camera)))
        {
            return SoapCall.Refuse("The device gives no picture.");
        }

        var frame = services.Feeds.FrameNow(feed);
        return PictureOperation.Answer(call, feed.Picture, frame, services.Feeds.TakenAt(feed, frame));
    }
}
