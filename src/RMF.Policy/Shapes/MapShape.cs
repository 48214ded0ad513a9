using System.Text.Json.Nodes;
using RMF.Policy.Yaml;

namespace RMF.Policy.Shapes;

/// <summary>A mapping whose keys are names that the author chooses.</summary>
internal sealed class MapShape<T>(string keyWords, Shape<T> element, Func<string, string?>? keyProblem = null) : Shape<IReadOnlyDictionary<string, T>>
{
    public override string Words => $"mapping of {keyWords} to: {element.Words}";

    public override Shape? Element => element;

    public override bool TryRead(PolicyNode node, Reading reading, string path, out IReadOnlyDictionary<string, T> value)
    {
        var map = new Dictionary<string, T>(StringComparer.Ordinal);
        value = map;
        if (node is not MappingNode mapping)
        {
            var nothing = node is ScalarNode { IsNull: true };
            reading.Report(
                nothing ? PolicyCodes.NoValue : PolicyCodes.WrongType,
                path,
                node,
                nothing ? $"{path} has no value" : $"{path} is {node.Noun}, not a mapping",
                $"Write lines of {keyWords}, a colon and a value below it, indented.");
            return false;
        }

        foreach (var entry in mapping.Entries)
        {
            var child = PolicyPath.Child(path, entry.Key.Value);
            reading.Note(child, entry.Key);
            var wrong = entry.Key.Value.Length == 0 ? "is empty"
                : entry.Key.Value.Length > TextShape.DefaultMaxLength ? FormattableString.Invariant($"is longer than {TextShape.DefaultMaxLength} characters")
                : keyProblem?.Invoke(entry.Key.Value);
            if (wrong is not null)
            {
                reading.Report(PolicyCodes.BadFormat, child, entry.Key, $"the name '{Quote.Short(entry.Key.Value)}' in {path} {wrong}", $"Write the {keyWords}.");
            }

            if (element.TryRead(entry.Value, reading, child, out var read))
            {
                map.Add(entry.Key.Value, read);
            }
        }

        return true;
    }

    public override JsonNode? ToJson(IReadOnlyDictionary<string, T> value, bool full)
    {
        var map = new JsonObject();
        foreach (var pair in value)
        {
            map[pair.Key] = element.ToJson(pair.Value, full);
        }

        return map;
    }

    public override JsonObject Schema(JsonObject definitions)
        => new() { ["type"] = "object", ["additionalProperties"] = element.Schema(definitions) };
}
