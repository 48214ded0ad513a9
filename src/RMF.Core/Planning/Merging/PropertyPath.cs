using System.Text;

namespace RMF.Core.Planning.Merging;

/// <summary>
/// Where a value stands inside an item: <c>name</c>, <c>ptz.ptzEnabled</c>, <c>stream[Video stream 1].FPS</c>.
/// Interned by <see cref="PathPool"/>; its text is what plans and state files hold.
/// </summary>
/// <param name="Property">The top-level property.</param>
/// <param name="Key">The entry of a keyed list, or null.</param>
/// <param name="Member">The member of a group or entry, or null.</param>
public sealed record PropertyPath(string Property, string? Key, string? Member)
{
    public string Text { get; } = Format(Property, Key, Member);

    /// <summary>The order of leaves: by property, then entry, then member, ordinal; what has no key or member comes first.</summary>
    internal static int Compare(PropertyPath a, PropertyPath b)
    {
        if (ReferenceEquals(a, b))
        {
            return 0;
        }

        var order = string.CompareOrdinal(a.Property, b.Property);
        order = order != 0 ? order : string.CompareOrdinal(a.Key, b.Key);
        return order != 0 ? order : string.CompareOrdinal(a.Member, b.Member);
    }

    public override string ToString() => Text;

    /// <summary>Reads a path back from its text. A <c>]</c> or <c>\</c> inside a key is escaped with <c>\</c>.</summary>
    /// <exception cref="FormatException">The text is no path.</exception>
    public static PropertyPath Parse(string text)
    {
        // A property's own name holds neither dot nor bracket; a driver's member may hold both, so the first of them decides.
        var open = text.IndexOfAny(['.', '[']);
        if (text.Length == 0 || open == 0)
        {
            throw new FormatException($"'{text}' is no property path: it names no property.");
        }

        if (open == -1)
        {
            return new PropertyPath(text, null, null);
        }

        if (text[open] == '.')
        {
            return new PropertyPath(text.Substring(0, open), null, text.Substring(open + 1));
        }

        var key = new StringBuilder();
        var i = open + 1;
        for (; i < text.Length && text[i] != ']'; i++)
        {
            if (text[i] == '\\' && i + 1 < text.Length)
            {
                i++;
            }

            key.Append(text[i]);
        }

        if (i >= text.Length)
        {
            throw new FormatException($"'{text}' is no property path: the bracket is not closed.");
        }

        if (i + 1 < text.Length && text[i + 1] != '.')
        {
            throw new FormatException($"'{text}' is no property path: only a member may follow the bracket.");
        }

        var member = i + 1 < text.Length ? text.Substring(i + 2) : null;
        return new PropertyPath(text.Substring(0, open), key.ToString(), member);
    }

    private static string Format(string property, string? key, string? member)
    {
        if (key is null)
        {
            return member is null ? property : property + "." + member;
        }

        var escaped = key.Replace("\\", "\\\\").Replace("]", "\\]");
        return member is null ? $"{property}[{escaped}]" : $"{property}[{escaped}].{member}";
    }
}
