using System.Text.Json;

namespace RMF.XProtect.Json;

/// <summary>Reads texts from what a server sent without trusting that they are texts.</summary>
internal static class JsonElementText
{
    /// <summary>Null for another type, and for a text with bytes or escapes that are no characters.</summary>
    public static string? TextOrNull(this JsonElement element)
    {
        try
        {
            return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
