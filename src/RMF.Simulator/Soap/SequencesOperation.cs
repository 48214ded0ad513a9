using System.Xml.Linq;
using RMF.Simulator.Http;

namespace RMF.Simulator.Soap;

/// <summary>Tells sequences of a device: which of them, the delegate says, from the list of all in order of time.</summary>
/// <param name="choose">Null where an argument is wrong.</param>
internal sealed class SequencesOperation(Func<RecorderCall, IReadOnlyList<RecordedSequence>, IEnumerable<RecordedSequence>?> choose) : IRecorderOperation
{
    /// <summary>Entries of one answer, whatever the client asks for.</summary>
    public const int MaxEntries = 10_000;

    /// <summary>Those that touch a time, the oldest first, cut after a number of them.</summary>
    public static SequencesOperation Between { get; } = new((call, all) =>
        (call.Time("minTime"), call.Time("maxTime"), call.Whole("maxCount")) is ({ } from, { } to, >= 0 and { } most) && from <= to
            ? all.Where(s => s.Touches(from, to)).Take(Math.Min(most, MaxEntries))
            : null);

    /// <summary>The last ones that began before a time, and the first ones after it.</summary>
    public static SequencesOperation Around { get; } = new((call, all) =>
        (call.Time("centerTime"), call.Whole("maxCountBefore"), call.Whole("maxCountAfter")) is ({ } center, >= 0 and { } before, >= 0 and { } after)
            ? AroundTime(all, center, TimeSpan.MaxValue, before, TimeSpan.MaxValue, after)
            : null);

    /// <summary>The same within a span on each side.</summary>
    public static SequencesOperation AroundWithSpan { get; } = new((call, all) =>
        (call.Time("centerTime"), call.Duration("maxTimeBefore"), call.Whole("maxCountBefore"), call.Duration("maxTimeAfter"), call.Whole("maxCountAfter"))
            is ({ } center, { } spanBefore, >= 0 and { } before, { } spanAfter, >= 0 and { } after)
            ? AroundTime(all, center, spanBefore, before, spanAfter, after)
            : null);

    public SimResponse Run(RecorderCall call)
    {
        if (call.Id("sequenceType") is not { } type || !SequenceType.All.Contains(type))
        {
            return SoapCall.Refuse("The type of sequence is not known.");
        }

        var all = call.State.Store.Read(() => call.Id("deviceId") is { } id && call.Device("cameras", id) is { } camera ? call.State.Recordings.Of(camera) : null);
        if (all is null)
        {
            return SoapCall.Refuse("The device is not known.");
        }

        return choose(call, type == SequenceType.Motion ? [] : all) is { } chosen ? call.Result(chosen.Select(s => (object)Entry(call, s)).ToArray()) : SoapCall.Refuse("An argument is missing or wrong.");
    }

    public static IEnumerable<RecordedSequence> AroundTime(IReadOnlyList<RecordedSequence> all, DateTimeOffset center, TimeSpan spanBefore, int before, TimeSpan spanAfter, int after)
    {
        var earliest = spanBefore < center - DateTimeOffset.MinValue ? center - spanBefore : DateTimeOffset.MinValue;
        var latest = spanAfter < DateTimeOffset.MaxValue - center ? center + spanAfter : DateTimeOffset.MaxValue;
        var past = all.Where(s => s.Begin <= center && s.End >= earliest).ToList();
        return past.Skip(Math.Max(0, past.Count - Math.Min(before, MaxEntries))).Concat(all.Where(s => s.Begin > center && s.Begin <= latest).Take(Math.Min(after, MaxEntries)));
    }

    private static XElement Entry(RecorderCall call, RecordedSequence sequence) => call.Make(
        "SequenceEntry",
        call.Make("TimeBegin", SoapCall.Write(sequence.Begin)),
        call.Make("TimeTrigged", SoapCall.Write(sequence.Begin)),
        call.Make("TimeEnd", SoapCall.Write(sequence.End)));
}
