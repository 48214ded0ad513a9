using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace RMF.Policy.Selection;

/// <summary>An IPv4 or IPv6 range in CIDR form. An IPv4 address that is mapped into IPv6 counts as IPv4.</summary>
internal sealed class AddressRange : IEquatable<AddressRange>
{
    private readonly byte[] network;
    private readonly int prefixBits;

    private AddressRange(string text, byte[] network, int prefix)
    {
        Text = text;
        this.network = network;
        prefixBits = prefix;
    }

    public string Text { get; }

    public static bool TryParse(string text, out AddressRange? range, out string problem)
    {
        range = null;
        var slash = text.IndexOf('/');
        var host = slash < 0 ? text : text.Substring(0, slash);
        if (BytesOf(host) is not { } bytes)
        {
            problem = "is not an IPv4 or IPv6 address or range";
            return false;
        }

        var bits = bytes.Length * 8;
        var prefix = bits;
        if (slash >= 0
            && (!int.TryParse(text.Substring(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out prefix) || prefix > bits))
        {
            problem = $"needs a prefix length of 0 to {bits} after the slash";
            return false;
        }

        if (FirstOf(bytes, prefix) is { } first && !first.SequenceEqual(bytes))
        {
            problem = $"has bits after the first {prefix}; the range is written {new IPAddress(first)}/{prefix.ToString(CultureInfo.InvariantCulture)}";
            return false;
        }

        range = new(text, bytes, prefix);
        problem = "";
        return true;
    }

    public bool Holds(string? address)
    {
        if (address is null || BytesOf(address) is not { } bytes || bytes.Length != network.Length)
        {
            return false;
        }

        var whole = prefixBits / 8;
        for (var i = 0; i < whole; i++)
        {
            if (bytes[i] != network[i])
            {
                return false;
            }
        }

        var rest = prefixBits % 8;
        return rest == 0 || (bytes[whole] >> (8 - rest)) == (network[whole] >> (8 - rest));
    }

    public bool Equals(AddressRange? other) => other is not null && string.Equals(Text, other.Text, StringComparison.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as AddressRange);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);

    private static byte[] FirstOf(byte[] bytes, int prefix)
    {
        var first = (byte[])bytes.Clone();
        for (var bit = prefix; bit < bytes.Length * 8; bit++)
        {
            first[bit / 8] &= (byte)~(0x80 >> (bit % 8));
        }

        return first;
    }

    private static byte[]? BytesOf(string text)
    {
        text = text.Length > 2 && text[0] == '[' && text[text.Length - 1] == ']' ? text.Substring(1, text.Length - 2) : text;
        if (text.IndexOf(':') < 0)
        {
            return DottedQuad(text);
        }

        // A scope ("%eth0") means something on one machine alone.
        if (text.Length > 45 || text.IndexOf('%') >= 0
            || !IPAddress.TryParse(text, out var parsed) || parsed.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return null;
        }

        return parsed.IsIPv4MappedToIPv6 ? parsed.MapToIPv4().GetAddressBytes() : parsed.GetAddressBytes();
    }

    // IPAddress.Parse also reads "10.1" and octal or hexadecimal parts, each a surprise in a policy.
    private static byte[]? DottedQuad(string text)
    {
        var bytes = new byte[4];
        var part = 0;
        var digits = 0;
        var value = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || text[i] == '.')
            {
                if (digits == 0 || part == 4)
                {
                    return null;
                }

                bytes[part++] = (byte)value;
                digits = 0;
                value = 0;
            }
            else if (text[i] is >= '0' and <= '9' && !(digits > 0 && value == 0))
            {
                value = (value * 10) + (text[i] - '0');
                digits++;
                if (value > 255)
                {
                    return null;
                }
            }
            else
            {
                return null;
            }
        }

        return part == 4 ? bytes : null;
    }
}
