namespace RMF.Core.Planning;

/// <summary>The policy's naming pattern. <c>TryToPrimary(ToSecondary(x)) = x</c> for every x.</summary>
public interface INaming
{
    string ToSecondary(string primaryName);

    /// <summary>False when the name does not fit the pattern.</summary>
    bool TryToPrimary(string secondaryName, out string primaryName);
}
