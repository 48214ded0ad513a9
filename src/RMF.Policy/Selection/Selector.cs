using RMF.Policy.Selection;

namespace RMF.Policy;

/// <summary>
/// Chooses items. All fields that are given must match; a selector without fields matches everything (a policy file may not
/// hold one). Letter case does not count. Patterns are compiled when they are set; matching allocates nothing. Thread-safe.
/// </summary>
public sealed record Selector
{
    private readonly Wildcard? name;
    private readonly GroupPath? group;
    private readonly Wildcard? recorder;
    private readonly AddressRange? address;
    private readonly Wildcard? model;
    private readonly string? tag;

    /// <summary>The item's name; <c>*</c> stands for any text and <c>?</c> for one character.</summary>
    public string? Name
    {
        get => name?.Text;
        init => name = Wildcard.Of(value);
    }

    /// <summary>A device group's path; groups below it count: <c>/Perimeter</c> matches <c>/Perimeter/East</c>.</summary>
    public string? Group
    {
        get => group?.Text;
        init => group = GroupPath.Of(value);
    }

    /// <summary>The recorder, wildcards allowed: <c>REC</c> on any site, <c>site/REC</c> on that one.</summary>
    public string? Recorder
    {
        get => recorder?.Text;
        init => recorder = Wildcard.Of(value);
    }

    /// <summary>An IPv4 or IPv6 address or range in CIDR form: <c>10.0.0.0/8</c>, <c>2001:db8::/32</c>.</summary>
    /// <exception cref="FormatException">The value is neither; ask <see cref="IsAddress"/> first.</exception>
    public string? Address
    {
        get => address?.Text;
        init => address = value is null ? null : AddressRange.TryParse(value, out var range, out var problem) ? range : throw new FormatException($"'{value}' {problem}");
    }

    /// <summary>The hardware's model, wildcards allowed.</summary>
    public string? Model
    {
        get => model?.Text;
        init => model = Wildcard.Of(value);
    }

    /// <summary>A tag of the item.</summary>
    public string? Tag
    {
        get => tag;
        init => tag = value;
    }

    /// <summary>True when no field is given.</summary>
    public bool IsEmpty => name is null && group is null && recorder is null && address is null && model is null && tag is null;

    /// <summary>Whether the text can stand in <see cref="Address"/>.</summary>
    public static bool IsAddress(string text) => AddressRange.TryParse(text, out _, out _);

    /// <summary>Whether all given fields match the subject. What the subject does not know never matches.</summary>
    public bool Matches(SelectorSubject subject)
        => (name is null || name.IsMatch(subject.Name))
            && (group is null || group.HoldsAny(subject.GroupPaths))
            && (recorder is null || MatchesRecorder(subject.Recorder))
            && (address is null || address.Holds(subject.Address))
            && (model is null || (subject.Model is not null && model.IsMatch(subject.Model)))
            && (tag is null || HasTag(subject.Tags));

    /// <inheritdoc/>
    public override string ToString()
    {
        (string Key, string? Value)[] parts =
            [("name", Name), ("group", Group), ("recorder", Recorder), ("address", Address), ("model", Model), ("tag", Tag)];
        return "{ " + string.Join(", ", parts.Where(p => p.Value is not null).Select(p => $"{p.Key}: {p.Value}")) + " }";
    }

    private bool MatchesRecorder(string? subject)
    {
        if (subject is null)
        {
            return false;
        }

        if (recorder!.IsMatch(subject))
        {
            return true;
        }

        // "REC" means the recorder of that name on any site.
        var slash = subject.IndexOf('/');
        return slash >= 0 && recorder.Text.IndexOf('/') < 0 && recorder.IsMatch(subject, slash + 1);
    }

    private bool HasTag(IReadOnlyList<string> tags)
    {
        foreach (var candidate in tags)
        {
            if (string.Equals(candidate, tag, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
