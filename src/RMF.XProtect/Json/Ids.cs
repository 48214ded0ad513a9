namespace RMF.XProtect.Json;

/// <summary>Ids in the one spelling that keys use.</summary>
internal static class Ids
{
    /// <summary>Lower case, without braces.</summary>
    public static string Normalise(string id)
    {
        var clean = true;
        foreach (var letter in id)
        {
            if (letter is (>= 'A' and <= 'Z') or '{' or '}')
            {
                clean = false;
                break;
            }
        }

        return clean ? id : id.Trim('{', '}').ToLowerInvariant();
    }

    public static bool LooksLikeGuid(string text) => Guid.TryParseExact(text, "D", out _);
}
