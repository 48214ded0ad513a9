namespace RMF.Policy;

/// <summary>
/// Makes the secondary's name of a primary's name and back: exactly one <c>{name}</c>, the rest stands as written.
/// Compared by its text. Thread-safe.
/// </summary>
public sealed record NamingPattern
{
    /// <summary>What stands for the primary's name.</summary>
    public const string Placeholder = "{name}";

    /// <summary>The longest pattern, in characters.</summary>
    public const int MaxLength = 128;

    private readonly string prefix;
    private readonly string suffix;

    private NamingPattern(string prefix, string suffix)
    {
        this.prefix = prefix;
        this.suffix = suffix;
    }

    /// <summary>The pattern that changes nothing: <c>{name}</c>. The default.</summary>
    public static NamingPattern Identity { get; } = new("", "");

    /// <summary>The pattern as it is written.</summary>
    public string Text => prefix + Placeholder + suffix;

    /// <summary>True when both sides carry the same names.</summary>
    public bool IsIdentity => prefix.Length == 0 && suffix.Length == 0;

    /// <summary>Reads a pattern; <paramref name="problem"/> says what is wrong when the result is false.</summary>
    public static bool TryParse(string text, out NamingPattern pattern, out string problem)
    {
        pattern = Identity;
        problem = "";
        var at = text.IndexOf(Placeholder, StringComparison.Ordinal);
        if (text.Length > MaxLength)
        {
            problem = $"is {text.Length} characters long; the limit is {MaxLength}";
        }
        else if (at < 0)
        {
            problem = $"has no {Placeholder}";
        }
        else if (text.IndexOf(Placeholder, at + 1, StringComparison.Ordinal) >= 0)
        {
            problem = $"has more than one {Placeholder}";
        }
        else
        {
            var before = text.Substring(0, at);
            var after = text.Substring(at + Placeholder.Length);
            if (before.IndexOfAny(Braces) >= 0 || after.IndexOfAny(Braces) >= 0)
            {
                problem = $"has braces that are not {Placeholder}";
            }
            else
            {
                pattern = new(before, after);
            }
        }

        return problem.Length == 0;
    }

    /// <summary>The secondary's name of a primary's name.</summary>
    public string Apply(string name) => prefix + name + suffix;

    /// <summary>The primary's name of a secondary's name; false when the pattern cannot have made it.</summary>
    public bool TryInvert(string name, out string original)
    {
        original = "";
        if (name.Length <= prefix.Length + suffix.Length
            || !name.StartsWith(prefix, StringComparison.Ordinal)
            || !name.EndsWith(suffix, StringComparison.Ordinal))
        {
            return false;
        }

        original = name.Substring(prefix.Length, name.Length - prefix.Length - suffix.Length);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static readonly char[] Braces = ['{', '}'];
}
