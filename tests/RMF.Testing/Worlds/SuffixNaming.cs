using RMF.Core.Planning;

namespace RMF.Testing.Worlds;

/// <summary>The naming pattern <c>{name}SUFFIX</c>.</summary>
public sealed class SuffixNaming(string suffix) : INaming
{
    public string ToSecondary(string primaryName) => primaryName + suffix;

    public bool TryToPrimary(string secondaryName, out string primaryName)
    {
        var fits = secondaryName.EndsWith(suffix, StringComparison.Ordinal);
        primaryName = fits ? secondaryName.Substring(0, secondaryName.Length - suffix.Length) : string.Empty;
        return fits;
    }
}
