using System.Diagnostics.CodeAnalysis;

namespace RMF.Simulator.Http;

/// <summary>A query string taken apart. Names compare case-insensitively; a name without "=" is a flag.</summary>
internal sealed class Query
{
    private const int MaxParameters = 256;

    public Query(string raw)
    {
        Parameters = [.. raw.Split('&', StringSplitOptions.RemoveEmptyEntries).Take(MaxParameters).Select(Parse)];
    }

    public IReadOnlyList<KeyValuePair<string, string?>> Parameters { get; }

    /// <summary>A flag is on when its name stands alone or with anything but "false".</summary>
    public bool Flag(string name) => TryGet(name, out var value) && !string.Equals(value, "false", StringComparison.OrdinalIgnoreCase);

    public bool TryGet(string name, out string? value)
    {
        foreach (var parameter in Parameters)
        {
            if (string.Equals(parameter.Key, name, StringComparison.OrdinalIgnoreCase))
            {
                value = parameter.Value;
                return true;
            }
        }

        value = null;
        return false;
    }

    public bool TryGetText(string name, [NotNullWhen(true)] out string? value) => TryGet(name, out value) && value is not null;

    private static KeyValuePair<string, string?> Parse(string part)
    {
        var equals = part.IndexOf('=', StringComparison.Ordinal);
        return equals < 0
            ? KeyValuePair.Create(Decode(part), (string?)null)
            : KeyValuePair.Create(Decode(part[..equals]), (string?)Decode(part[(equals + 1)..]));
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
