using System.Globalization;
using RMF.Simulator.Faults;
using RMF.Simulator.Yaml;

namespace RMF.Simulator;

/// <summary>
/// Reads faults from YAML: a list under <c>faults</c>, each with <c>kind</c> and what that kind needs:
/// <c>{ kind: latency, path: /cameras*, delay: 200ms, jitter: 50ms }</c>.
/// </summary>
public static class FaultFile
{
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="WorldException">The text is not a list of faults; the message says where and why.</exception>
    public static IReadOnlyList<Fault> Load(string path) => File.Exists(path)
        ? Parse(File.ReadAllText(path), Path.GetFileName(path))
        : throw new FileNotFoundException($"There is no fault file '{path}'.", path);

    /// <exception cref="WorldException">The text is not a list of faults; the message says where and why.</exception>
    public static IReadOnlyList<Fault> Parse(string yaml, string fileName = "faults.yaml")
    {
        var root = YamlFile.Parse(yaml, fileName);
        var faults = root.Need("faults").List().Select(v => Read(v.Map())).ToList();
        root.Close();
        return faults;
    }

    private static Fault Read(YamlMap map)
    {
        const int Unavailable = 503;
        var fault = new Fault
        {
            Kind = Kind(map.Need("kind")),
            Method = map.OptionalText("method")?.ToUpperInvariant(),
            Path = map.OptionalText("path"),
            Skip = (int)map.Whole("skip", 0),
            Count = map.Find("count") is { } count ? (int)count.Whole(0, int.MaxValue) : null,
            Probability = map.Find("probability")?.Number() ?? 1,
            Delay = map.Find("delay") is { } delay ? Duration(delay) : TimeSpan.Zero,
            Jitter = map.Find("jitter") is { } jitter ? Duration(jitter) : TimeSpan.Zero,
            Status = (int)map.Whole("status", Unavailable),
            Html = map.Flag("html", false),
            Target = map.OptionalText("target"),
            BytesPerSecond = (int)map.Whole("bytesPerSecond", 0),
        };
        map.Close();
        return FaultCheck.Problem(fault) is { } problem ? throw map.Error(problem) : fault;
    }

    private static FaultKind Kind(YamlValue value) => Enum.TryParse<FaultKind>(value.Text(), ignoreCase: true, out var kind) && Enum.IsDefined(kind)
        ? kind
        : throw value.Error($"'{value.Text()}' is no kind of fault.{DidYouMean.Of(value.Text(), Enum.GetNames<FaultKind>())} Kinds: {string.Join(", ", Enum.GetNames<FaultKind>())}.");

    private static TimeSpan Duration(YamlValue value)
    {
        var text = value.Text().Trim();
        foreach (var (unit, one) in new[] { ("ms", TimeSpan.FromMilliseconds(1)), ("s", TimeSpan.FromSeconds(1)), ("m", TimeSpan.FromMinutes(1)), ("h", TimeSpan.FromHours(1)) })
        {
            if (text.EndsWith(unit, StringComparison.Ordinal) && double.TryParse(text[..^unit.Length], NumberStyles.Float, CultureInfo.InvariantCulture, out var amount) && Math.Abs(amount) < 1e6)
            {
                return one * amount;
            }
        }

        throw value.Error($"'{text}' is not a time such as 200ms, 5s, 2m or -1h.");
    }
}
