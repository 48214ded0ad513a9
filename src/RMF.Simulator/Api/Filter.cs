using System.Globalization;
using RMF.Simulator.Contract;
using RMF.Simulator.Http;
using RMF.Simulator.Store;

namespace RMF.Simulator.Api;

/// <summary>
/// One property filter of a collection: <c>name='x'</c>, <c>lastModified=gt:'...'</c>. A site takes every query name that it does not
/// know for a property, and no object has it: the answer is an empty list, not an error. That trap is copied here.
/// </summary>
internal sealed class Filter
{
    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "disabled", "tasks", "resources", "definitions", "noData", "language", "page", "size", "includeChildren", "task",
    };

    private readonly FieldContract? field;
    private readonly int fieldAt;
    private readonly string operation;
    private readonly string operand;

    private Filter(ResourceContract resource, string name, string value)
    {
        fieldAt = resource.FieldAt(name);
        field = fieldAt < 0 ? null : resource.Fields[fieldAt];
        (operation, operand) = Split(value);
    }

    public static IReadOnlyList<Filter> From(Query query, ResourceContract resource) =>
        [.. query.Parameters.Where(p => !Known.Contains(p.Key)).Select(p => new Filter(resource, p.Key, p.Value ?? ""))];

    public bool Matches(SiteObject item)
    {
        if (field is null)
        {
            return false;
        }

        var value = field.Type == FieldType.Id ? item.Id : item.Values[fieldAt];
        var text = Text(value);
        return operation switch
        {
            "equals" => Compare(value, text) == 0,
            "notequals" => Compare(value, text) != 0,
            "lt" => Compare(value, text) < 0,
            "gt" => Compare(value, text) > 0,
            "startswith" or "beginswith" => text.StartsWith(operand, StringComparison.OrdinalIgnoreCase),
            "contains" => text.Contains(operand, StringComparison.OrdinalIgnoreCase),
            _ => false,
        };
    }

    private static (string Operation, string Operand) Split(string value)
    {
        var quote = value.IndexOf('\'', StringComparison.Ordinal);
        var colon = quote < 0 ? value.IndexOf(':', StringComparison.Ordinal) : quote - 1;
        if (quote > 0 && value[quote - 1] == ':')
        {
            return (value[..colon].ToLowerInvariant(), Unquote(value[(colon + 1)..]));
        }

        return ("equals", Unquote(value));
    }

    private static string Unquote(string text) => text is ['\'', .., '\''] ? text[1..^1] : text;

    private static string Text(object? value) => value switch
    {
        null => "",
        bool flag => flag ? "true" : "false",
        Guid id => id.ToString(),
        Reference to => to.Id.ToString(),
        Timestamp time => time.Time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private int Compare(object? value, string text) => value switch
    {
        long whole when double.TryParse(operand, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => ((double)whole).CompareTo(number),
        double real when double.TryParse(operand, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => real.CompareTo(number),
        Timestamp time when DateTimeOffset.TryParse(operand, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var when) => time.Time.CompareTo(when),
        _ => string.Compare(text, operand, StringComparison.OrdinalIgnoreCase),
    };
}
