using System.Text.Json;

namespace RMF.Simulator.Tests.Contract;

/// <summary>A schema with its place in the document: a schema's name, or a path of members below one.</summary>
public readonly record struct NamedSchema(string Place, JsonElement Schema)
{
    public bool IsObjectWithMembers => Schema.TryGetProperty("properties", out _);

    /// <summary>The declared members; empty for anything but an object.</summary>
    public IEnumerable<JsonProperty> Members =>
        Schema.TryGetProperty("properties", out var properties) ? properties.EnumerateObject() : [];

    public bool Declares(string member) =>
        Schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(member, out _);
}
