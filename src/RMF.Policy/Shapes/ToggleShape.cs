using System.Text.Json.Nodes;
using RMF.Policy.Yaml;

namespace RMF.Policy.Shapes;

/// <summary>A mapping in whose place <c>true</c> or <c>false</c> may stand.</summary>
internal sealed class ToggleShape<T>(ObjectShape<T> inner, T on, T off) : Shape<T>
{
    private readonly string onContent = CanonicalJson.Write(inner.ToJson(on, full: true));

    public override string Words => "true, false or mapping";

    public override IReadOnlyList<Key> Keys => inner.Keys;

    public override bool IsToggle => true;

    public required Func<T, bool> IsOff { get; init; }

    public override bool TryRead(PolicyNode node, Reading reading, string path, out T value)
    {
        if (node is not ScalarNode { IsNull: false })
        {
            return inner.TryRead(node, reading, path, out value);
        }

        var read = BooleanShape.Instance.TryRead(node, reading, path, out var isOn);
        value = isOn ? on : off;
        return read;
    }

    public override JsonNode? ToJson(T value, bool full)
    {
        if (IsOff(value))
        {
            return JsonValue.Create(false);
        }

        var content = CanonicalJson.Write(inner.ToJson(value, full: true));
        return !full && content == onContent ? JsonValue.Create(true) : inner.ToJson(value, full);
    }

    public override JsonObject Schema(JsonObject definitions)
        => new() { ["anyOf"] = new JsonArray(BooleanShape.Instance.Schema(definitions), inner.Schema(definitions)) };
}
