namespace RMF.Policy;

/// <summary>What may be touched at all. What is outside is unprotected: listed and counted, never written.</summary>
public sealed record ManagePolicy
{
    /// <summary>What is in; a subject that any of these matches. Default empty: everything.</summary>
    public IReadOnlyList<Selector> Include { get; init; } = [];

    /// <summary>What is out again; it beats <see cref="Include"/>. Default empty: nothing.</summary>
    public IReadOnlyList<Selector> Exclude { get; init; } = [];

    /// <summary>Whether the policy manages the subject. Thread-safe.</summary>
    public bool Manages(SelectorSubject subject)
        => (Include.Count == 0 || Any(Include, subject)) && !Any(Exclude, subject);

    private static bool Any(IReadOnlyList<Selector> selectors, SelectorSubject subject)
    {
        foreach (var selector in selectors)
        {
            if (selector.Matches(subject))
            {
                return true;
            }
        }

        return false;
    }
}
