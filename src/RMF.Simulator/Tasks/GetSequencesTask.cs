using System.Globalization;
using RMF.Simulator.Http;
using RMF.Simulator.Json;
using RMF.Simulator.Soap;

namespace RMF.Simulator.Tasks;

/// <summary>The recorded sequences around a time, fetched from the recorder.</summary>
internal sealed class GetSequencesTask : ITaskHandler
{
    private const int DefaultCount = 100;

    public SimResponse Run(TaskCall call)
    {
        if (call.Context.Outages.IsAway(call.Target) || call.Context.Outages.GivesNoRecording(call.Target))
        {
            return Api.Answers.Error(Api.Answers.BadGateway, "The recording server does not answer.");
        }

        if (!DateTimeOffset.TryParse(call.Arguments.Text("time"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var center))
        {
            return call.Refuse("Bad Request - time is not a time", "time");
        }

        if (Span(call, "timeBefore") is not { } before || Span(call, "timeAfter") is not { } after)
        {
            return call.Refuse("Bad Request - a span such as 001.00:00:00 is expected", "timeBefore");
        }

        var all = call.Arguments.Text("sequenceType") switch
        {
            "RecordingSequence" or "RecordingWithTriggerSequence" or "" => call.Context.State.Recordings.Of(call.Target),
            "MotionSequence" => [],
            _ => null,
        };
        if (all is null)
        {
            return call.Refuse("Bad Request - unknown sequenceType", "sequenceType");
        }

        var most = Math.Max(0, call.Arguments.Whole("maxCountBefore", DefaultCount));
        var mostAfter = Math.Max(0, call.Arguments.Whole("maxCountAfter", DefaultCount));
        var json = new JsonText().Object().Name("result").Object().Name("sequences").Array();
        foreach (var (begin, end) in SequencesOperation.AroundTime(all, center, before, (int)Math.Min(most, int.MaxValue), after, (int)Math.Min(mostAfter, int.MaxValue)))
        {
            json.Object().Name("timeBegin").Text(SoapCall.Write(begin)).Name("timeEnd").Text(SoapCall.Write(end)).Name("timeTrigger").Text(SoapCall.Write(begin)).EndObject();
        }

        return Api.Answers.Of(json.EndArray().Name("state").Text("Success").EndObject().EndObject());
    }

    /// <summary>Days, hours, minutes and seconds; none is no span at all.</summary>
    private static TimeSpan? Span(TaskCall call, string name)
    {
        var text = call.Arguments.Text(name);
        return text.Length == 0 ? TimeSpan.Zero : TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) && span >= TimeSpan.Zero ? span : null;
    }
}
