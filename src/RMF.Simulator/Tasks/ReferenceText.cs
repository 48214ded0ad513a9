using System.Text.Json;

namespace RMF.Simulator.Tasks;

/// <summary>
/// Reads a reference in each of its spellings: an object of type and id, <c>storages/GUID</c>, the older <c>Storage[GUID]</c>, or the id alone.
/// </summary>
internal static class ReferenceText
{
    /// <summary>The id, boxed, or null where there is none.</summary>
    public static object? Read(JsonElement given) => given.ValueKind switch
    {
        JsonValueKind.Object when given.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String => Parse(id.GetString()!),
        JsonValueKind.String => Parse(given.GetString()!),
        _ => null,
    };

    private static object? Parse(string text)
    {
        var open = text.IndexOf('[', StringComparison.Ordinal);
        var core = open >= 0 && text.EndsWith(']') ? text[(open + 1)..^1] : text[(text.LastIndexOf('/') + 1)..];
        return Guid.TryParse(core, out var id) ? id : null;
    }
}
