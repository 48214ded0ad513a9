using RMF.Simulator.Http;
using RMF.Simulator.Pictures;
using RMF.Simulator.Recordings;

namespace RMF.Simulator.Soap;

/// <summary>One recorded picture. Which one, the delegate says, from the sequences, the grid of frames and the time.</summary>
internal sealed class PictureOperation(Func<IReadOnlyList<RecordedSequence>, FrameGrid, DateTimeOffset, FoundFrame?> choose) : IRecorderOperation
{
    public static PictureOperation AtOrBefore { get; } = new(FrameSearch.AtOrBefore);

    public static PictureOperation AtOrAfter { get; } = new(FrameSearch.AtOrAfter);

    /// <summary>The nearer one of the two.</summary>
    public static PictureOperation At { get; } = new((sequences, grid, time) =>
    {
        var before = FrameSearch.AtOrBefore(sequences, grid, time);
        var after = FrameSearch.AtOrAfter(sequences, grid, time);
        return before is { } one && (after is not { } other || time - one.At <= other.At - time) ? before : after;
    });

    public SimResponse Run(RecorderCall call)
    {
        if (call.Id("deviceId") is not { } id || call.Time("time") is not { } time)
        {
            return SoapCall.Refuse("An argument is missing or wrong.");
        }

        if (call.Services.Feeds.Find(call.Services.RecorderId, id) is not { } feed)
        {
            return SoapCall.Refuse("The device is not known.");
        }

        var found = call.State.Store.Read(() => call.Device("cameras", id) is { } camera ? choose(call.State.Recordings.Of(camera), RecordingStore.GridOf(camera), time) : null);
        return found is { } frame ? Answer(call, feed.Picture, frame.Number, frame.At) : call.Result();
    }

    public static SimResponse Answer(RecorderCall call, CameraPicture draw, long frame, DateTimeOffset at)
    {
        var picture = new byte[CameraPicture.MaxBytes];
        var length = draw.Write(picture, frame, at);
        return call.Result(call.Make("Time", SoapCall.Write(at)), call.Make("Data", Convert.ToBase64String(picture, 0, length)));
    }
}
