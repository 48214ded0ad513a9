using System.Globalization;
using System.Text.Json;
using RMF.Core.Playback;
using RMF.Engine.Ports;
using RMF.XProtect.Json;
using RMF.XProtect.Live;
using RMF.XProtect.Soap;
using RMF.XProtect.Tasks;

namespace RMF.XProtect.Playback;

/// <summary>Asks the gateway by the task <c>GetSequences</c>, which tells the sequences around a time: newer releases have it.</summary>
internal sealed class TaskSequences(LiveServices services) : ISequenceWay
{
    public const string TaskName = "GetSequences";

    private readonly TaskRunner tasks = new(services.Session);

    public async Task<Outcome<SequencePage>> AskAsync(RecordedCamera camera, TimeRange range, CancellationToken cancellationToken)
    {
        var span = range.Length + TimeSpan.FromSeconds(1);
        var asked = span < PlaybackLimits.LongestSpan ? span : PlaybackLimits.LongestSpan;
        var body = JsonBody.Object(writer =>
        {
            writer.WriteString("time", range.Begin.UtcDateTime.ToString("o", CultureInfo.InvariantCulture));
            writer.WriteString("timeBefore", Text(PlaybackLimits.LookBack));
            writer.WriteString("timeAfter", Text(asked));
            writer.WriteNumber("maxCountBefore", 1);
            writer.WriteNumber("maxCountAfter", PlaybackLimits.PageSize);
            writer.WriteString("sequenceType", "RecordingSequence");
        });
        var end = await tasks.RunAsync("cameras/" + Uri.EscapeDataString(camera.CameraId), TaskName, body, [], changes: false, cancellationToken).ConfigureAwait(false);
        if (end.Error is { } error)
        {
            return error;
        }

        if (Read(end.Result, range) is not { } read)
        {
            return services.Session.Errors.Make(SiteErrorKind.UnexpectedAnswer, TaskName, $"{services.Session.Site}: the task {TaskName} answered without sequences that can be.");
        }

        // It is cut by number, or because the range is longer than what can be asked for.
        return new SequencePage(read, read.Count(s => s.Begin > range.Begin) >= PlaybackLimits.PageSize || (asked < span && read.Count > 0));
    }

    /// <summary>Null where the answer is broken. One without sequences is: nothing recorded is an empty list.</summary>
    private List<TimeRange>? Read(JsonElement result, TimeRange range)
    {
        try
        {
            var read = new List<TimeRange>();
            foreach (var entry in result.GetProperty("sequences").EnumerateArray())
            {
                if (SequenceTimes.Make(TimeOf(entry, "timeBegin"), TimeOf(entry, "timeEnd"), range, services.SiteNow) is not { } sequence)
                {
                    return null;
                }

                read.Add(sequence);
            }

            return read;
        }
        catch (Exception exception) when (BrokenAnswer.Is(exception))
        {
            return null;
        }
    }

    private static DateTimeOffset? TimeOf(JsonElement entry, string name) => SoapXml.ParseTime(entry.GetProperty(name).GetString());

    private static string Text(TimeSpan span) => span.ToString(@"ddd\.hh\:mm\:ss", CultureInfo.InvariantCulture);
}
