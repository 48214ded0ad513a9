using System.Globalization;
using RMF.Simulator.Contract;
using RMF.Simulator.Models;
using RMF.Simulator.Store;

namespace RMF.Simulator.Data;

/// <summary>Reads and sets a value by a path of names and positions: <c>stream[0].FPS</c>.</summary>
internal static class PropertyPath
{
    public static object? Get(SiteObject item, string path)
    {
        var (field, position, member) = Parse(item, path);
        var value = field.Type == FieldType.Id ? item.Id.ToString() : item[field.Name];
        if (member is null)
        {
            return Plain(value);
        }

        var block = BlockAt(value, position, path);
        return block.Shape.IndexOf(member) >= 0 ? Plain(block.Find(member)) : throw Unknown(path);
    }

    public static void Set(SiteObject item, string path, object value)
    {
        var (field, position, member) = Parse(item, path);
        if (member is not null)
        {
            var block = BlockAt(item[field.Name], position, path);
            var definition = block.Shape.Find(member) ?? throw Unknown(path);
            block.Set(member, Fit(path, SettingValue.TryConvert(definition, value, out var set, out var problem), set, problem));
            return;
        }

        item[field.Name] = field.Type switch
        {
            FieldType.Reference => Guid.TryParse(Convert.ToString(value, CultureInfo.InvariantCulture), out var id)
                ? new Reference(field.Of!, id)
                : throw new ArgumentException($"'{path}' takes an id.", nameof(value)),
            FieldType.References => References(path, value),
            FieldType.Date when value is DateTimeOffset time => new Timestamp(time),
            FieldType.Id or FieldType.Block or FieldType.Blocks => throw new ArgumentException($"'{path}' cannot be set as a whole.", nameof(path)),
            _ => Fit(path, field.TryConvert(value, out var converted, out var why), converted, why),
        };
    }

    /// <summary>References as text: <c>microphones/ID</c>, more than one with commas between.</summary>
    private static List<Reference> References(string path, object value)
    {
        var references = new List<Reference>();
        foreach (var one in (Convert.ToString(value, CultureInfo.InvariantCulture) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var slash = one.IndexOf('/', StringComparison.Ordinal);
            references.Add(slash > 0 && Guid.TryParse(one.AsSpan(slash + 1), out var id) ? new Reference(one[..slash], id) : throw new ArgumentException($"'{path}' takes resource/id.", nameof(value)));
        }

        return references;
    }

    private static object Fit(string path, bool fits, object value, string problem) =>
        fits ? value : throw new ArgumentException($"'{path}': {problem}", nameof(value));

    private static object? Plain(object? value) => value switch
    {
        Reference to => to.Id.ToString(),
        List<Reference> references => string.Join(',', references.Select(r => $"{r.Resource}/{r.Id}")),
        Timestamp time => time.Time,
        Block or List<Block> => throw new ArgumentException("The path ends at a block; name one of its members.", nameof(value)),
        _ => value,
    };

    private static Block BlockAt(object? value, int? position, string path) => value switch
    {
        Block block when position is null => block,
        List<Block> blocks when position is { } at && at < blocks.Count => blocks[at],
        _ => throw Unknown(path),
    };

    private static (FieldContract Field, int? Position, string? Member) Parse(SiteObject item, string path)
    {
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        var first = dot < 0 ? path : path[..dot];
        int? position = null;
        var open = first.IndexOf('[', StringComparison.Ordinal);
        if (open > 0 && first.EndsWith(']') && int.TryParse(first.AsSpan(open + 1, first.Length - open - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var at))
        {
            position = at;
            first = first[..open];
        }

        return (item.Resource.FindField(first) ?? throw Unknown(path), position, dot < 0 ? null : path[(dot + 1)..]);
    }

    private static ArgumentException Unknown(string path) => new($"There is no property '{path}' there.", nameof(path));
}
