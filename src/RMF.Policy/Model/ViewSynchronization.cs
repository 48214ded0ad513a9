namespace RMF.Policy;

/// <summary>Which views are kept equal. <c>views: false</c> in the file switches both off.</summary>
public sealed record ViewSynchronization
{
    /// <summary>Views on native items. Default true.</summary>
    public bool Native { get; init; } = true;

    /// <summary>Native views become high-availability views. Default true.</summary>
    public bool HighAvailability { get; init; } = true;
}
