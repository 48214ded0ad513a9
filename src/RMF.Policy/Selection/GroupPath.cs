namespace RMF.Policy.Selection;

/// <summary>A device group's path that also holds the groups below it.</summary>
internal sealed record GroupPath(string Text)
{
    // "/A/B/" and "A/B" mean the same group as "/A/B"; "/" holds every group.
    private readonly string prefix = "/" + Text.Trim('/');

    public static GroupPath? Of(string? text) => text is null ? null : new(text);

    public bool HoldsAny(IReadOnlyList<string> paths)
    {
        foreach (var path in paths)
        {
            if (Holds(path))
            {
                return true;
            }
        }

        return false;
    }

    private bool Holds(string path)
    {
        if (prefix.Length == 1)
        {
            return true;
        }

        // A subject's path may lack the leading slash: compare from the first letter on.
        var offset = path.Length > 0 && path[0] == '/' ? 0 : 1;
        var length = prefix.Length - offset;
        return path.Length >= length
            && string.Compare(path, 0, prefix, offset, length, StringComparison.OrdinalIgnoreCase) == 0
            && (path.Length == length || path[length] == '/');
    }
}
