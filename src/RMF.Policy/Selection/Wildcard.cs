namespace RMF.Policy.Selection;

/// <summary>
/// A pattern with <c>*</c> and <c>?</c>. It remembers one star at a time, so the work is at most pattern length times text
/// length, whatever the pattern: there is nothing that a hostile pattern could blow up. Letter case does not count.
/// </summary>
internal sealed class Wildcard : IEquatable<Wildcard>
{
    private readonly string folded;

    public Wildcard(string text)
    {
        Text = text;
        folded = text.ToUpperInvariant();
    }

    public string Text { get; }

    public static Wildcard? Of(string? text) => text is null ? null : new(text);

    /// <summary>Whether the pattern matches the text from <paramref name="start"/> to its end.</summary>
    public bool IsMatch(string text, int start = 0)
    {
        var t = start;
        var p = 0;
        var star = -1;
        var retry = 0;
        while (t < text.Length)
        {
            if (p < folded.Length && folded[p] == '*')
            {
                star = p++;
                retry = t;
            }
            else if (p < folded.Length && (folded[p] == '?' || folded[p] == char.ToUpperInvariant(text[t])))
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                // Only the last star can still grow: what stood before it has already been found as early as can be.
                p = star + 1;
                t = ++retry;
            }
            else
            {
                return false;
            }
        }

        while (p < folded.Length && folded[p] == '*')
        {
            p++;
        }

        return p == folded.Length;
    }

    public bool Equals(Wildcard? other) => other is not null && string.Equals(Text, other.Text, StringComparison.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as Wildcard);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);
}
