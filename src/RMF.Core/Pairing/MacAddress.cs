namespace RMF.Core.Pairing;

/// <summary>Hardware addresses in one spelling: twelve hexadecimal digits, upper case, no separators.</summary>
public static class MacAddress
{
    /// <summary>Null for what is no MAC address, and for the all-zero one that drivers send when they do not know.</summary>
    public static string? Normalise(string? text)
    {
        if (text is null)
        {
            return null;
        }

        Span<char> digits = stackalloc char[12];
        var count = 0;
        foreach (var c in text)
        {
            if (c is ':' or '-' or '.' or ' ')
            {
                continue;
            }

            if (count == 12 || !IsHex(c))
            {
                return null;
            }

            digits[count++] = char.ToUpperInvariant(c);
        }

        if (count != 12)
        {
            return null;
        }

        var mac = digits.ToString();
        return string.Equals(mac, "000000000000", StringComparison.Ordinal) ? null : mac;
    }

    private static bool IsHex(char c) => c is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F');
}
