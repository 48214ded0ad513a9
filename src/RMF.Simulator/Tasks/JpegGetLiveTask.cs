using System.Globalization;
using RMF.Simulator.Api;
using RMF.Simulator.Http;
using RMF.Simulator.ImageServer;
using RMF.Simulator.Pictures;

namespace RMF.Simulator.Tasks;

/// <summary>One live picture, fetched from the recorder. The size that is asked for is not heeded: letters would be lost.</summary>
internal sealed class JpegGetLiveTask : ITaskHandler
{
    public SimResponse Run(TaskCall call)
    {
        var state = call.Context.State;
        var feeds = state.Feeds;
        if (feeds.Of(call.Target) is not { } feed)
        {
            return call.Refuse("The device is disabled.");
        }

        if (call.Context.Outages.IsAway(call.Target) || call.Context.Outages.GivesNoPicture(call.Target) || call.Context.Outages.Reach(feed.Hardware) is null)
        {
            return Answers.Error(Answers.BadGateway, "The recording server gave no picture.");
        }

        var frame = feeds.FrameNow(feed);
        var at = feeds.TakenAt(feed, frame);
        var picture = new byte[CameraPicture.MaxBytes];
        var length = feed.Picture.Write(picture, frame, at);
        return TaskAnswers.Result(
        [
            ("frameDateTime", at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffK", CultureInfo.InvariantCulture)),
            ("jpegDataAsBase64", Convert.ToBase64String(picture, 0, length)),
        ]);
    }
}
