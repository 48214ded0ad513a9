using RMF.Policy.Selection;
using RMF.Policy.Shapes;
using RMF.Policy.Yaml;

namespace RMF.Policy.Description;

/// <summary>Shapes that several parts share.</summary>
internal static class Common
{
    public static readonly BooleanShape Switch = BooleanShape.Instance;

    public static readonly TextShape ItemName = new("a name");

    public static readonly TextShape Pattern = new("a name; `*` and `?` are wildcards");

    public static readonly TextShape FileSafeName = new(
        "a name of letters, digits, spaces and . _ -, 64 at most",
        64,
        @"^[\p{L}\p{N}][\p{L}\p{N} ._-]*$",
        FileSafeProblem);

    public static readonly ConvertedShape<RecorderName> Recorder = new(
        new TextShape("a recorder, `REC` or `site/REC`", problem: RecorderProblem),
        RecorderName.Parse,
        r => r.ToString());

    public static readonly EnumShape<PreferredSide> Preferred = EnumShape<PreferredSide>.Instance;

    private static readonly TextShape GroupText = new("the path of a device group, such as /Perimeter");

    private static readonly TextShape AddressText = new(
        "an IPv4 or IPv6 address or range, such as 10.0.0.0/8",
        64,
        "^[0-9A-Fa-f:.]+(/[0-9]{1,3})?$",
        text => AddressRange.TryParse(text, out _, out var problem) ? null : problem);

    public static readonly ObjectShape<Selector> SelectorShape = new KeysOf<Selector>("selector", new Selector())
        .Key("name", Pattern, s => s.Name, (s, v) => s with { Name = v }, "The item's name, wildcards allowed; letter case does not count.")
        .Key("group", GroupText, s => s.Group, (s, v) => s with { Group = v }, "A device group; groups below it count.")
        .Key("recorder", Pattern, s => s.Recorder, (s, v) => s with { Recorder = v }, "The recorder, `REC` or `site/REC`, wildcards allowed.")
        .Key("address", AddressText, s => s.Address, (s, v) => s with { Address = v }, "The hardware's IP address, as an address or a CIDR range.")
        .Key("model", Pattern, s => s.Model, (s, v) => s with { Model = v }, "The hardware's model, wildcards allowed.")
        .Key("tag", ItemName, s => s.Tag, (s, v) => s with { Tag = v }, "XProtect has no tags on devices: refused, with what to use instead.")
        .Shape(NotEmpty);

    public static DurationShape Duration(string min, string max)
    {
        return new(Known(min), Known(max));

        static TimeSpan Known(string text)
            => DurationText.TryParse(text, out var value) ? value : throw new FormatException($"'{text}' is not a duration");
    }

    public static NullableShape<T> Maybe<T>(Shape<T> shape)
        where T : struct => new(shape);

    private static bool NotEmpty(Selector value, PolicyNode node, Reading reading, string path)
    {
        if (value.IsEmpty)
        {
            reading.Report(PolicyCodes.Missing, path, node, $"{path} chooses by nothing", "Give at least one of name, group, recorder, address, model; { name: \"*\" } is everything.");
        }

        if (value.Tag is not null)
        {
            reading.Report(PolicyCodes.NotInXProtect, path + ".tag", node, $"{path} chooses by a tag, and XProtect has no tags on devices", "Put the cameras into a device group and choose by group, or choose by name, recorder, address or model.");
            return false;
        }

        return !value.IsEmpty;
    }

    private static string? FileSafeProblem(string text)
    {
        if (!char.IsLetterOrDigit(text[0]))
        {
            return "does not begin with a letter or digit";
        }

        foreach (var c in text)
        {
            if (!char.IsLetterOrDigit(c) && c is not (' ' or '.' or '_' or '-'))
            {
                return $"holds '{c}'";
            }
        }

        return null;
    }

    private static string? RecorderProblem(string text)
        => text[0] == '/' ? "has no site before the slash" : text[text.Length - 1] == '/' && text.IndexOf('/') == text.Length - 1 ? "has no recorder after the slash" : null;
}
