namespace RMF.Simulator.Tests.Contract;

/// <summary>Matches names against a pattern in which <c>*</c> stands for any characters.</summary>
internal static class Glob
{
    public static bool Matches(string pattern, string text) => Matches(pattern.AsSpan(), text.AsSpan());

    private static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        var star = pattern.IndexOf('*');
        if (star < 0)
        {
            return pattern.SequenceEqual(text);
        }

        if (!text.StartsWith(pattern[..star], StringComparison.Ordinal))
        {
            return false;
        }

        var rest = pattern[(star + 1)..];
        for (var at = star; at <= text.Length; at++)
        {
            if (Matches(rest, text[at..]))
            {
                return true;
            }
        }

        return false;
    }
}
