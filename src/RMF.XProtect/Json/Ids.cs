namespace RMF.XProtect.Json;

/// <summary>Ids in the one spelling that keys use.</summary>
internal static class Ids
{
    /// <summary>An id that a server sent. It becomes a part of a path, so what could lead elsewhere is no id.</summary>
    /// <exception cref="FormatException">It holds a separator, a dot pair or a character that does not print.</exception>
    public static string Read(string id)
    {
        foreach (var letter in id)
        {
            if (letter is '/' or '\\' or '?' or '#' or '%' || char.IsControl(letter) || char.IsWhiteSpace(letter))
            {
                throw new FormatException("an id holds a character that no id has");
            }
        }

        return id.Contains("..") ? throw new FormatException("an id holds two dots in a row") : Normalise(id);
    }

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
