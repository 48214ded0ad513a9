using YamlDotNet.RepresentationModel;

namespace RMF.Simulator.Yaml;

/// <summary>
/// One block of <c>key: value</c> lines. Each key is taken once; <see cref="Close"/> complains about the ones nobody took,
/// so a misspelt key is an error and never a silent default.
/// </summary>
internal sealed class YamlMap(YamlFile file, YamlMappingNode node)
{
    private readonly HashSet<string> known = new(StringComparer.Ordinal);

    public YamlFile File => file;

    public IEnumerable<string> Keys => node.Children.Keys.Select(k => new YamlValue(file, k).Text());

    public bool Has(string key) => Node(key) is not null;

    public YamlValue? Find(string key) => Node(key) is { } value ? new YamlValue(file, value) : null;

    public YamlValue Need(string key) => Find(key) ?? throw file.Error(node, $"'{key}' is missing here.");

    public string Text(string key) => Need(key).Text();

    public string? OptionalText(string key) => Find(key)?.Text();

    public string Text(string key, string fallback) => Find(key)?.Text() ?? fallback;

    public bool Flag(string key, bool fallback) => Find(key)?.Flag() ?? fallback;

    public long Whole(string key, long fallback, long min = 0, long max = int.MaxValue) => Find(key)?.Whole(min, max) ?? fallback;

    public YamlMap? Map(string key) => Find(key)?.Map();

    public IEnumerable<YamlValue> List(string key) => Find(key)?.List() ?? [];

    public IEnumerable<YamlMap> Maps(string key) => List(key).Select(v => v.Map());

    /// <summary>All entries, in file order, as they stand: for groups whose names come from elsewhere.</summary>
    public IEnumerable<(string Key, YamlValue Value, YamlValue KeyAt)> Entries()
    {
        foreach (var (key, value) in node.Children)
        {
            var name = new YamlValue(file, key);
            known.Add(name.Text());
            yield return (name.Text(), new YamlValue(file, value), name);
        }
    }

    public void Close()
    {
        foreach (var (key, _) in node.Children)
        {
            var name = new YamlValue(file, key).Text();
            if (!known.Contains(name))
            {
                throw file.Error(key, $"'{name}' is not known here.{DidYouMean.Of(name, known)}");
            }
        }
    }

    public WorldException Error(string problem) => file.Error(node, problem);

    private YamlNode? Node(string key)
    {
        known.Add(key);
        return node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;
    }
}
