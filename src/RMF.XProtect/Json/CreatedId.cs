using System.Text.Json;
using RMF.XProtect.Http;

namespace RMF.XProtect.Json;

/// <summary>Finds the id of what a create request made: in <c>result</c> or <c>data</c>, as a path or as a member. Create answers spell it in capitals.</summary>
internal static class CreatedId
{
    /// <summary>Null when the answer has none.</summary>
    public static string? In(Answer answer)
    {
        try
        {
            using var document = JsonDocument.Parse(answer.Memory);
            var made = document.RootElement;
            foreach (var name in (string[])["result", "data"])
            {
                made = made.ValueKind == JsonValueKind.Object && made.TryGetProperty(name, out var inner) && inner.ValueKind == JsonValueKind.Object ? inner : made;
            }

            return made.ValueKind != JsonValueKind.Object ? null : made.TryGetProperty("path", out var path) && IdOf(path) is { } id ? id : IdOf(made);
        }
        catch (Exception exception) when (BrokenAnswer.Is(exception))
        {
            return null;
        }
    }

    private static string? IdOf(JsonElement element)
        => element.ValueKind == JsonValueKind.Object && element.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String ? Ids.Read(id.GetString()!) : null;
}
