using System.Text.Json;
using RMF.Simulator.Http;

namespace RMF.Simulator.Api;

/// <summary>Reads the JSON body of a request. No body is an undefined element.</summary>
internal static class JsonBody
{
    private const int MaxDepth = 32;

    public static bool TryRead(SimRequest request, out JsonElement body)
    {
        body = default;
        if (request.Body.IsEmpty)
        {
            return true;
        }

        try
        {
            using var document = JsonDocument.Parse(request.Body, new JsonDocumentOptions { MaxDepth = MaxDepth });
            body = document.RootElement.Clone();
            return body.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    public static SimResponse Malformed() => Answers.Error(Answers.BadRequest, "Bad request: The body is not a JSON object");

    /// <summary>A plain value as the store's conversions take it; null for null, lists and objects.</summary>
    public static object? Scalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True => Boxes.True,
        JsonValueKind.False => Boxes.False,
        JsonValueKind.Number when value.TryGetInt64(out var whole) => whole,
        JsonValueKind.Number => value.GetDouble(),
        _ => null,
    };
}
