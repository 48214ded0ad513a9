using System.Text.Json;
using RMF.Simulator.Http;

namespace RMF.Simulator.Faults;

/// <summary>How many objects a list holds, those within objects included. Read from the answer, so it costs only where a fault asks.</summary>
internal static class BulkCount
{
    public static int Of(SimResponse response)
    {
        if (response.Status != Api.Answers.Ok || !response.ContentType.StartsWith("application/json", StringComparison.Ordinal))
        {
            return 0;
        }

        var reader = new Utf8JsonReader(response.Body.Span);
        var count = 0;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("relations"u8))
            {
                count++;
            }
        }

        return count;
    }
}
