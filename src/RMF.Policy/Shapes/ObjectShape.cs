using System.Text.Json.Nodes;
using RMF.Policy.Yaml;

namespace RMF.Policy.Shapes;

/// <summary>A mapping with fixed keys; it becomes a <typeparamref name="T"/> that starts from the defaults.</summary>
/// <param name="name">The definition's name in the schema.</param>
/// <param name="defaults">The value when no key is given.</param>
/// <param name="keys">The keys, in the order in which they are documented.</param>
/// <param name="check">Checks what was read as a whole; reports and returns false.</param>
internal sealed class ObjectShape<T>(string name, T defaults, IReadOnlyList<Key<T>> keys, Func<T, PolicyNode, Reading, string, bool>? check = null)
    : Shape<T>
{
    public override string Words => "mapping";

    public override IReadOnlyList<Key> Keys => keys;

    public override bool TryRead(PolicyNode node, Reading reading, string path, out T value)
    {
        value = defaults;
        var mapping = node as MappingNode;
        if (mapping is null && node is not ScalarNode { IsNull: true })
        {
            reading.Report(PolicyCodes.WrongType, path, node, $"{Name(path)} is {node.Noun}, not a mapping", $"Keys here: {KeyNames()}.");
            return false;
        }

        var meant = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in mapping?.Entries ?? [])
        {
            var child = PolicyPath.Child(path, entry.Key.Value);
            var key = Find(entry.Key.Value);
            if (key is null)
            {
                Unknown(entry, reading, path, child, meant);
                continue;
            }

            meant.Add(key.Name);
            reading.Note(child, entry.Value is ScalarNode { IsNull: true } ? entry.Key : entry.Value);
            value = key.Read(value, entry.Value, reading, child);
        }

        var complete = true;
        foreach (var key in keys.Where(k => k.IsRequired && !meant.Contains(k.Name)))
        {
            complete = false;
            reading.Report(PolicyCodes.Missing, PolicyPath.Child(path, key.Name), node, $"{Name(path)} has no {key.Name}", $"Add {key.Name}: {key.Doc}");
        }

        return complete && keys.All(k => !k.IsRequired || !reading.IsBroken(PolicyPath.Child(path, k.Name)))
            && (check is null || reading.IsBroken(path) || check(value, node, reading, path));
    }

    public override JsonNode? ToJson(T value, bool full)
    {
        var map = new JsonObject();
        foreach (var key in keys)
        {
            if ((full || key.IsRequired || !key.IsDefault(value)) && key.ToJson(value, full) is { } json)
            {
                map[key.Name] = json;
            }
        }

        return map;
    }

    public override JsonObject Schema(JsonObject definitions)
    {
        if (!definitions.ContainsKey(name))
        {
            definitions[name] = new JsonObject();
            definitions[name] = Definition(definitions);
        }

        return new() { ["$ref"] = $"#/$defs/{name}" };
    }

    /// <summary>The schema of the mapping itself, not a reference to it.</summary>
    public JsonObject Definition(JsonObject definitions)
    {
        var properties = new JsonObject();
        foreach (var key in keys)
        {
            var property = key.Shape.Schema(definitions);
            property["description"] = key.Doc;
            if (!key.IsRequired && !key.IsDefaultInWords && key.DefaultJson() is { } json && CanonicalJson.Write(json) is not ("{}" or "[]"))
            {
                property["default"] = json;
            }

            properties[key.Name] = property;
        }

        var schema = new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = properties };
        var required = keys.Where(k => k.IsRequired).Select(k => (JsonNode)JsonValue.Create(k.Name)!).ToArray();
        if (required.Length > 0)
        {
            schema["required"] = new JsonArray(required);
        }

        return schema;
    }

    private Key<T>? Find(string keyName)
    {
        foreach (var key in keys)
        {
            if (string.Equals(key.Name, keyName, StringComparison.Ordinal))
            {
                return key;
            }
        }

        return null;
    }

    private string KeyNames() => string.Join(", ", keys.Select(k => k.Name));

    private void Unknown(MappingEntry entry, Reading reading, string path, string child, HashSet<string> meant)
    {
        var written = entry.Key.Value;
        var shown = Quote.Short(written);
        if (reading.IsFull)
        {
            reading.Report(PolicyCodes.UnknownKey, child, entry.Key, shown);
            return;
        }

        var near = Spelling.Nearest(written, keys.Select(k => k.Name));
        if (near is not null && (!meant.Contains(near) || SecretWords.IsSecret(near)))
        {
            // One mistake, one message: the key that was meant is not missing as well.
            meant.Add(near);
            reading.Report(PolicyCodes.UnknownKey, child, entry.Key, $"'{shown}' is not a key of {Name(path)}", $"Did you mean {near}?");
            return;
        }

        if (SecretWords.IsSecret(written))
        {
            reading.Report(PolicyCodes.SecretInFile, child, entry.Key, $"'{shown}' in {Name(path)} looks like a secret");
            return;
        }

        var elsewhere = Description.KeyIndex.PathsOf(written);
        var advice = elsewhere.Count > 0 ? $"It belongs to {string.Join(" or ", elsewhere)}." : $"Keys here: {KeyNames()}.";
        reading.Report(PolicyCodes.UnknownKey, child, entry.Key, $"'{shown}' is not a key of {Name(path)}", advice);
    }
}
