using System.Text.Json.Nodes;
using RMF.Policy.Yaml;

namespace RMF.Policy.Shapes;

/// <summary>A key with the way into the owner's property and back.</summary>
internal sealed class Key<TOwner, TValue>(
    string name,
    string doc,
    TOwner defaults,
    Shape<TValue> shape,
    Func<TOwner, TValue?> get,
    Func<TOwner, TValue, TOwner> set) : Key<TOwner>(name, doc)
{
    private readonly string defaultContent = Content(shape, get(defaults));

    public override Shape Shape => shape;

    public override JsonNode? DefaultJson() => get(defaults) is { } value ? shape.ToJson(value, full: false) : null;

    public override TOwner Read(TOwner owner, PolicyNode node, Reading reading, string path)
        => shape.TryRead(node, reading, path, out var value) ? set(owner, value) : owner;

    public override JsonNode? ToJson(TOwner owner, bool full) => get(owner) is { } value ? shape.ToJson(value, full) : null;

    public override bool IsDefault(TOwner owner) => string.Equals(Content(shape, get(owner)), defaultContent, StringComparison.Ordinal);

    private static string Content(Shape<TValue> shape, TValue? value)
        => value is null ? "" : CanonicalJson.Write(shape.ToJson(value, full: false));
}
