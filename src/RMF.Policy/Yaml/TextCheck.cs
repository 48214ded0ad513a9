using System.Globalization;

namespace RMF.Policy.Yaml;

/// <summary>Finds what may not stand in a text file at all.</summary>
internal static class TextCheck
{
    public static (int Line, int Column, string Text)? Find(string text)
    {
        var line = 1;
        var lineStart = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\n' || (c == '\r' && !(i + 1 < text.Length && text[i + 1] == '\n')))
            {
                line++;
                lineStart = i + 1;
            }
            else if (IsBad(text, i))
            {
                return (line, i - lineStart + 1, $"the character U+{((int)c).ToString("X4", CultureInfo.InvariantCulture)} cannot stand here");
            }
        }

        return null;
    }

    private static bool IsBad(string text, int i)
    {
        var c = text[i];
        if (char.IsHighSurrogate(c))
        {
            return i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]);
        }

        if (char.IsLowSurrogate(c))
        {
            return i == 0 || !char.IsHighSurrogate(text[i - 1]);
        }

        return c is (< ' ' and not ('\t' or '\r' or '\n')) or '\u007F' or '\uFEFF' or '\uFFFE' or '\uFFFF';
    }
}
