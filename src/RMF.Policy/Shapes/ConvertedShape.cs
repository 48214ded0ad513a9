using System.Text.Json.Nodes;
using RMF.Policy.Yaml;

namespace RMF.Policy.Shapes;

/// <summary>A value that is text in the file and something else in the policy.</summary>
internal sealed class ConvertedShape<T>(Shape<string> text, Func<string, T> convert, Func<T, string> back) : Shape<T>
{
    public override string Words => text.Words;

    public override bool IsText => true;

    public override bool TryRead(PolicyNode node, Reading reading, string path, out T value)
    {
        var read = text.TryRead(node, reading, path, out var written);
        value = read ? convert(written) : default!;
        return read;
    }

    public override JsonNode? ToJson(T value, bool full) => JsonValue.Create(back(value));

    public override JsonObject Schema(JsonObject definitions) => text.Schema(definitions);
}
