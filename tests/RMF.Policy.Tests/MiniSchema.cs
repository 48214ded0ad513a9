using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace RMF.Policy.Tests;

/// <summary>As much of JSON Schema 2020-12 as the policy's schema uses; a keyword that it does not know fails the test.</summary>
internal static class MiniSchema
{
    public static IEnumerable<string> Validate(JsonObject root, JsonNode schemaNode, JsonNode? value, string path)
    {
        foreach (var (keyword, rule) in schemaNode.AsObject())
        {
            var problems = keyword switch
            {
                "$schema" or "$id" or "$defs" or "title" or "description" or "default" or "format" => [],
                "$ref" => Validate(root, Resolve(root, rule!), value, path),
                "type" => Types(rule!).Any(t => Is(value, t)) ? [] : [$"{path}: not {rule}"],
                "enum" => rule!.AsArray().Any(v => JsonNode.DeepEquals(v, value)) ? [] : [$"{path}: not in {rule.ToJsonString()}"],
                "const" => JsonNode.DeepEquals(rule, value) ? [] : [$"{path}: not {rule}"],
                "pattern" => value is JsonValue v && v.GetValueKind() == JsonValueKind.String && !Regex.IsMatch(v.GetValue<string>(), rule!.GetValue<string>(), RegexOptions.None, TimeSpan.FromSeconds(5)) ? [$"{path}: does not match {rule}"] : [],
                "minLength" => value is JsonValue v && v.GetValueKind() == JsonValueKind.String && v.GetValue<string>().Length < rule!.GetValue<int>() ? [$"{path}: too short"] : [],
                "maxLength" => value is JsonValue v && v.GetValueKind() == JsonValueKind.String && v.GetValue<string>().Length > rule!.GetValue<int>() ? [$"{path}: too long"] : [],
                "minimum" => Is(value, "number") && Number(value) < Number(rule) ? [$"{path}: too small"] : [],
                "maximum" => Is(value, "number") && Number(value) > Number(rule) ? [$"{path}: too large"] : [],
                "anyOf" => rule!.AsArray().Any(r => !Validate(root, r!, value, path).Any()) ? [] : [$"{path}: fits nothing of anyOf"],
                "items" => value is JsonArray a ? a.SelectMany((i, n) => Validate(root, rule!, i, $"{path}[{n}]")) : [],
                "uniqueItems" => value is JsonArray a && a.Select(i => i?.ToJsonString()).Distinct().Count() < a.Count ? [$"{path}: not unique"] : [],
                "required" => value is JsonObject o ? rule!.AsArray().Where(r => !o.ContainsKey(r!.GetValue<string>())).Select(r => $"{path}: lacks {r}") : [],
                "properties" => value is JsonObject o ? o.Where(p => rule!.AsObject().ContainsKey(p.Key)).SelectMany(p => Validate(root, rule![p.Key]!, p.Value, $"{path}.{p.Key}")) : [],
                "additionalProperties" => Additional(root, schemaNode, rule!, value, path),
                _ => throw new InvalidOperationException($"Keyword {keyword} is not known."),
            };
            foreach (var problem in problems)
            {
                yield return problem;
            }
        }
    }

    /// <summary>All keys, as the reference writes their paths.</summary>
    public static IEnumerable<string> Paths(JsonObject root, JsonNode schemaNode, string path)
    {
        var schema = schemaNode.AsObject();
        if (schema["$ref"] is { } reference)
        {
            return Paths(root, Resolve(root, reference), path);
        }

        if (schema["anyOf"] is JsonArray choices)
        {
            return choices.SelectMany(c => Paths(root, c!, path));
        }

        if (schema["items"] is { } items)
        {
            return Paths(root, items, path + "[]");
        }

        if (schema["additionalProperties"] is JsonObject free)
        {
            return Paths(root, free, path + ".*");
        }

        return schema["properties"] is JsonObject properties
            ? properties.SelectMany(p =>
            {
                var child = path.Length == 0 ? p.Key : $"{path}.{p.Key}";
                return Paths(root, p.Value!, child).Prepend(child);
            })
            : [];
    }

    public static IEnumerable<(string Owner, string Name, JsonObject Property)> Properties(JsonObject root)
        => root["$defs"]!.AsObject().Select(d => (d.Key, Schema: d.Value!.AsObject())).Append(("policy", root))
            .SelectMany(d => d.Item2["properties"]!.AsObject().Select(p => (d.Item1, p.Key, p.Value!.AsObject())));

    private static IEnumerable<string> Additional(JsonObject root, JsonNode schema, JsonNode rule, JsonNode? value, string path)
    {
        if (value is not JsonObject map)
        {
            return [];
        }

        var others = map.Where(p => schema["properties"]?.AsObject().ContainsKey(p.Key) != true);
        return rule is JsonValue ? others.Select(p => $"{path}: {p.Key} is not a key") : others.SelectMany(p => Validate(root, rule, p.Value, $"{path}.{p.Key}"));
    }

    private static JsonNode Resolve(JsonObject root, JsonNode reference)
        => root["$defs"]![reference.GetValue<string>().Replace("#/$defs/", "", StringComparison.Ordinal)]!;

    private static IEnumerable<string> Types(JsonNode rule) => rule is JsonArray many ? many.Select(t => t!.GetValue<string>()) : [rule.GetValue<string>()];

    private static bool Is(JsonNode? value, string type) => type switch
    {
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => value is JsonValue v && v.GetValueKind() == JsonValueKind.String,
        "boolean" => value is JsonValue v && v.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        "number" => value is JsonValue v && v.GetValueKind() == JsonValueKind.Number,
        "integer" => value is JsonValue v && v.GetValueKind() == JsonValueKind.Number && Number(v) % 1 == 0,
        _ => throw new InvalidOperationException(type),
    };

    private static double Number(JsonNode? value) => double.Parse(value!.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture);
}
