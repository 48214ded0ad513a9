using System.Globalization;
using RMF.Simulator.Building;

namespace RMF.Simulator.Recordings;

/// <summary>When recorders and devices were away by faults: nothing was recorded meanwhile. Thread-safe.</summary>
internal sealed class Downtimes
{
    private readonly object gate = new();
    private readonly Dictionary<string, Downtime> known = new(StringComparer.OrdinalIgnoreCase);
    private readonly Func<IEnumerable<string>> away;
    private readonly SiteClock clock;

    /// <param name="faults">The site's faults; each change of them is looked at.</param>
    /// <param name="clock">The site's clock.</param>
    /// <param name="recorders">Each recorder's id, and whether it is away now.</param>
    public Downtimes(FaultSet faults, SiteClock clock, IReadOnlyList<(Guid Id, Func<bool> IsAway)> recorders)
    {
        this.clock = clock;
        away = () => recorders.Where(r => r.IsAway()).Select(r => KeyOf(r.Id))
            .Concat(faults.List().Where(f => f.Fault is { Kind: FaultKind.CameraUnreachable, Target: not null }).Select(f => DeviceAddress.Parse(f.Fault.Target!)).OfType<Uri>().Select(KeyOf));
        faults.Changed += (_, _) => Look();
    }

    /// <summary>When a recorder or the device at an address was away, until now.</summary>
    public IReadOnlyList<RecordedSequence> Of(Guid recorder, Uri device, DateTimeOffset now)
    {
        lock (gate)
        {
            if (known.Count == 0)
            {
                return [];
            }

            return SequenceList.Union(Of(KeyOf(recorder), now), Of(KeyOf(device), now));
        }
    }

    private static string KeyOf(Guid recorder) => recorder.ToString();

    private static string KeyOf(Uri device) => string.Create(CultureInfo.InvariantCulture, $"{device.Host}:{device.Port}");

    private IReadOnlyList<RecordedSequence> Of(string key, DateTimeOffset now) => known.GetValueOrDefault(key) is not { } one ? []
        : one.Since is { } since && since < now ? SequenceList.Union(one.Past, [new RecordedSequence(since, now)])
        : one.Past;

    private void Look()
    {
        lock (gate)
        {
            var now = clock.Now;
            var gone = away().ToHashSet(StringComparer.OrdinalIgnoreCase);
            foreach (var key in gone)
            {
                known.TryAdd(key, new Downtime());
                known[key].Since ??= now;
            }

            foreach (var (key, one) in known)
            {
                if (one.Since is { } since && !gone.Contains(key))
                {
                    one.Since = null;
                    one.Past = since < now ? SequenceList.Union(one.Past, [new RecordedSequence(since, now)]) : one.Past;
                }
            }
        }
    }

    private sealed class Downtime
    {
        public DateTimeOffset? Since { get; set; }

        public List<RecordedSequence> Past { get; set; } = [];
    }
}
