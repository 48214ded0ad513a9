using RMF.Simulator.Http;
using RMF.Simulator.Requests;

namespace RMF.Simulator;

/// <summary>What has been asked of a site: the newest 100,000 requests, and counts of all. Thread-safe.</summary>
public sealed class RequestLog
{
    public const int MaxEntries = 100_000;

    private readonly object gate = new();
    private readonly Queue<RecordedRequest> entries = new();
    private readonly Dictionary<string, long> counts = new(StringComparer.Ordinal);
    private long sequence;

    internal RequestLog()
    {
    }

    /// <summary>Requests since the start or the last <see cref="Clear"/>, the forgotten ones included.</summary>
    public long Total
    {
        get
        {
            lock (gate)
            {
                return counts.Values.Sum();
            }
        }
    }

    /// <summary>In order of arrival.</summary>
    public IReadOnlyList<RecordedRequest> List()
    {
        lock (gate)
        {
            return [.. entries.OrderBy(e => e.Sequence)];
        }
    }

    /// <summary>The writes, in order of arrival.</summary>
    public IReadOnlyList<RecordedRequest> Writes() => [.. List().Where(r => r.IsWrite)];

    /// <summary>Number of requests by route: <c>GET /cameras/{id}</c>, <c>POST /recordingServers/{id}?task=AddHardware</c>.</summary>
    public IReadOnlyDictionary<string, long> CountsByRoute()
    {
        lock (gate)
        {
            return new SortedDictionary<string, long>(counts, StringComparer.Ordinal);
        }
    }

    public long Count(string route)
    {
        lock (gate)
        {
            return counts.GetValueOrDefault(route);
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            entries.Clear();
            counts.Clear();
        }
    }

    internal long Arrive() => Interlocked.Increment(ref sequence);

    internal RecordedRequest Add(long number, SimRequest request, int status, DateTimeOffset at)
    {
        var route = Routes.Of(request);
        var body = request.Method is "GET" or "HEAD" ? null : Redaction.Of(request);
        var entry = new RecordedRequest(number, request.Method, request.Target, route, status, body, at) { Operation = Soap.SoapMessage.ActionOf(request) };
        lock (gate)
        {
            counts[route] = counts.GetValueOrDefault(route) + 1;
            entries.Enqueue(entry);
            if (entries.Count > MaxEntries)
            {
                entries.Dequeue();
            }
        }

        return entry;
    }
}
