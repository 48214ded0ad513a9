namespace RMF.Policy;

/// <summary>A recording server as the policy names it: <c>REC</c>, or <c>site/REC</c> where a name is not unique.</summary>
/// <param name="Site">The site's name in the policy, or null where the recorder's name alone is enough.</param>
/// <param name="Name">The recording server's name in XProtect.</param>
public readonly record struct RecorderName(string? Site, string Name)
{
    /// <summary>Reads <c>REC</c> or <c>site/REC</c>; the first slash divides, so a name that holds a slash needs its site.</summary>
    public static RecorderName Parse(string text)
    {
        var slash = text.IndexOf('/');
        return slash < 0 ? new(null, text) : new(text.Substring(0, slash), text.Substring(slash + 1));
    }

    /// <inheritdoc/>
    public override string ToString() => Site is null ? Name : $"{Site}/{Name}";
}
