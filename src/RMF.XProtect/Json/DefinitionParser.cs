using System.Globalization;
using System.Text.Json;
using RMF.Core.Inventory;
using RMF.XProtect.Http;

namespace RMF.XProtect.Json;

/// <summary>
/// Reads <c>definitions</c>: they mirror the data, so members sit in groups and groups may sit in arrays. Servers spell booleans and
/// numbers as text here, bounds with a small or a capital letter, and options as an object or as an array.
/// </summary>
internal static class DefinitionParser
{
    private const int MaxDepth = 4;

    public static DefinitionSet? Read(Answer answer)
    {
        using var document = JsonDocument.Parse(answer.Memory);
        if (!document.RootElement.TryGetProperty("definitions", out var definitions))
        {
            return null;
        }

        var found = new List<KeyValuePair<string, SettingDefinition>>();
        Collect(definitions, string.Empty, found, 0);
        return found.Count == 0 ? null : new DefinitionSet(found);
    }

    private static void Collect(JsonElement element, string path, List<KeyValuePair<string, SettingDefinition>> found, int depth)
    {
        if (depth > MaxDepth)
        {
            return;
        }

        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var entry in element.EnumerateArray())
            {
                Collect(entry, path, found, depth + 1);
            }

            return;
        }

        if (element.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var member in element.EnumerateObject())
        {
            var below = path.Length == 0 ? member.Name : path + "." + member.Name;
            if (IsDefinition(member.Value))
            {
                found.Add(new(below, ReadOne(member.Name, member.Value)));
            }
            else
            {
                Collect(member.Value, below, found, depth + 1);
            }
        }
    }

    private static bool IsDefinition(JsonElement element)
        => element.ValueKind == JsonValueKind.Object
            && ((element.TryGetProperty("canSet", out var canSet) && canSet.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
                || (element.TryGetProperty("valueType", out var type) && type.ValueKind == JsonValueKind.String));

    private static SettingDefinition ReadOne(string name, JsonElement element)
    {
        var canSet = TextOf(element, "canSet");
        return new SettingDefinition(
            name,
            !string.Equals(canSet, "false", StringComparison.OrdinalIgnoreCase),
            TextOf(element, "valueType") ?? string.Empty,
            element.TryGetProperty("options", out var options) ? OptionsOf(options) : [],
            NumberOf(element, "minValue") ?? NumberOf(element, "MinValue"),
            NumberOf(element, "maxValue") ?? NumberOf(element, "MaxValue"));
    }

    private static string[] OptionsOf(JsonElement options) => options.ValueKind switch
    {
        JsonValueKind.Object => [.. options.EnumerateObject().Select(o => o.Name)],
        JsonValueKind.Array => [.. options.EnumerateArray().Select(o => o.ValueKind == JsonValueKind.Object ? TextOf(o, "value") : TextOf(o)).OfType<string>()],
        _ => [],
    };

    private static double? NumberOf(JsonElement element, string name)
        => TextOf(element, name) is { } text && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? TextOf(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? TextOf(value) : null;

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText().ToLowerInvariant(),
        _ => null,
    };
}
