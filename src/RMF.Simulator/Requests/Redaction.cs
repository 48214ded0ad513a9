using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using RMF.Simulator.Http;

namespace RMF.Simulator.Requests;

/// <summary>Takes secrets out of a body before it is kept.</summary>
internal static class Redaction
{
    private const string Stars = "***";
    private const int MaxKept = 16 * 1024;

    public static string? Of(SimRequest request)
    {
        if (request.Body.IsEmpty)
        {
            return null;
        }

        if (request.Header("Content-Type")?.Contains("form-urlencoded", StringComparison.OrdinalIgnoreCase) == true)
        {
            var form = new Query(Encoding.UTF8.GetString(request.Body.Span));
            return Cut(string.Join('&', form.Parameters.Select(p => $"{p.Key}={(IsSecret(p.Key) ? Stars : p.Value)}")));
        }

        try
        {
            var json = JsonNode.Parse(request.Body.Span);
            Hide(json);
            return Cut(json?.ToJsonString() ?? "");
        }
        catch (JsonException)
        {
            // What is not JSON may hold anything.
            return $"({request.Body.Length} bytes)";
        }
    }

    private static bool IsSecret(string name) =>
        name.Contains("password", StringComparison.OrdinalIgnoreCase) && !name.StartsWith("update", StringComparison.OrdinalIgnoreCase);

    private static void Hide(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject map:
                foreach (var (name, value) in map.ToList())
                {
                    if (IsSecret(name) && value is JsonValue)
                    {
                        map[name] = Stars;
                    }
                    else
                    {
                        Hide(value);
                    }
                }

                break;
            case JsonArray list:
                foreach (var value in list)
                {
                    Hide(value);
                }

                break;
        }
    }

    private static string Cut(string text) => text.Length <= MaxKept ? text : text[..MaxKept] + "...";
}
