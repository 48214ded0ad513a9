using System.Text;
using System.Text.Json;
using RMF.Simulator.Http;

namespace RMF.Simulator.Faults;

/// <summary>Cuts a list to its first half, well-formed: the cut cannot be seen in the answer itself.</summary>
internal static class ShortList
{
    public static SimResponse Of(SimResponse response)
    {
        if (response.Status != Api.Answers.Ok || !response.ContentType.StartsWith("application/json", StringComparison.Ordinal))
        {
            return response;
        }

        using var document = JsonDocument.Parse(response.Body);
        if (!document.RootElement.TryGetProperty("array", out var list))
        {
            return response;
        }

        var kept = list.EnumerateArray().Take(list.GetArrayLength() / 2).Select(e => e.GetRawText());
        return response with { Body = Encoding.UTF8.GetBytes($$"""{ "array" : [ {{string.Join(", ", kept)}} ] }""") };
    }
}
