using System.Text.Json;
using System.Text.Json.Nodes;

namespace RMF.Simulator.Tests.Contract;

/// <summary>The values that a value is spoiled with.</summary>
internal static class Replacements
{
    public static IEnumerable<(MutationKind Kind, JsonNode? Value)> For(JsonNode node, JsonElement schema)
    {
        yield return (MutationKind.Null, null);
        if (node is not JsonValue scalar)
        {
            yield return (MutationKind.Retype, node is JsonObject ? new JsonArray() : new JsonObject());
            yield break;
        }

        yield return (MutationKind.Retype, new JsonArray());
        yield return (MutationKind.RetypeScalar, scalar.GetValueKind() switch
        {
            JsonValueKind.String => JsonValue.Create(12),
            JsonValueKind.Number => JsonValue.Create(scalar.ToJsonString()),
            _ => JsonValue.Create("yes"),
        });
        if (Says(schema, "type", "integer"))
        {
            yield return (MutationKind.RetypeScalar, JsonValue.Create(0.5));
        }

        if (Has(schema, "enum"))
        {
            yield return (MutationKind.BadValue, JsonValue.Create("Nonsense"));
        }

        if (Says(schema, "format", "guid") || Says(schema, "format", "uuid") || Says(schema, "format", "date-time-fraction"))
        {
            yield return (MutationKind.BadFormat, JsonValue.Create("2026-01-01"));
        }
    }

    private static bool Has(JsonElement schema, string keyword) =>
        schema.ValueKind == JsonValueKind.Object && schema.TryGetProperty(keyword, out _);

    private static bool Says(JsonElement schema, string keyword, string value) =>
        Has(schema, keyword) && schema.GetProperty(keyword).GetString() == value;
}
