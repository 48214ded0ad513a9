using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace RMF.Simulator.Yaml;

/// <summary>One value of a YAML file, read as what the caller expects, or a complaint with its place.</summary>
internal sealed class YamlValue(YamlFile file, YamlNode node)
{
    public bool IsMap => node is YamlMappingNode;

    public bool IsList => node is YamlSequenceNode;

    public YamlMap Map() => node is YamlMappingNode map ? new YamlMap(file, map) : throw Error("A block of 'key: value' lines is expected here.");

    public IEnumerable<YamlValue> List() =>
        node is YamlSequenceNode list ? list.Children.Select(c => new YamlValue(file, c)) : throw Error("A list is expected here.");

    public string Text() => node is YamlScalarNode { Value: { } value } ? value : throw Error("A single value is expected here.");

    public bool Flag() => Text() switch
    {
        "true" or "yes" or "on" => true,
        "false" or "no" or "off" => false,
        var other => throw Error($"'{other}' is neither true nor false."),
    };

    public long Whole(long min, long max)
    {
        if (!long.TryParse(Text(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            throw Error($"'{Text()}' is not a whole number.");
        }

        return value >= min && value <= max ? value : throw Error($"{value} is outside {min} to {max}.");
    }

    public double Number() => double.TryParse(Text(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
        ? value
        : throw Error($"'{Text()}' is not a number.");

    /// <summary>A plain true, false or number as such, everything else (and everything in quotes) as text.</summary>
    public object Scalar()
    {
        var text = Text();
        if (node is YamlScalarNode { Style: not ScalarStyle.Plain })
        {
            return text;
        }

        return text switch
        {
            "true" => true,
            "false" => false,
            _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
            _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => number,
            _ => text,
        };
    }

    public WorldException Error(string problem) => file.Error(node, problem);
}
