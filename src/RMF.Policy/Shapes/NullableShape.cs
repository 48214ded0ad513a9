using System.Text.Json.Nodes;
using RMF.Policy.Yaml;

namespace RMF.Policy.Shapes;

/// <summary>A value type that may be absent; what stands in the file is never null.</summary>
internal sealed class NullableShape<T>(Shape<T> inner) : Shape<T?>
    where T : struct
{
    public override string Words => inner.Words;

    public override bool IsText => inner.IsText;

    public override bool IsBare => inner.IsBare;

    public override bool TryRead(PolicyNode node, Reading reading, string path, out T? value)
    {
        var read = inner.TryRead(node, reading, path, out var present);
        value = present;
        return read;
    }

    public override JsonNode? ToJson(T? value, bool full) => value is { } present ? inner.ToJson(present, full) : null;

    public override JsonObject Schema(JsonObject definitions) => inner.Schema(definitions);
}
