namespace RMF.Core.Planning;

/// <summary>Both sides use the same names: the pattern <c>{name}</c>.</summary>
public sealed class SameNames : INaming
{
    public static readonly SameNames Instance = new();

    private SameNames()
    {
    }

    public string ToSecondary(string primaryName) => primaryName;

    public bool TryToPrimary(string secondaryName, out string primaryName)
    {
        primaryName = secondaryName;
        return true;
    }
}
