namespace RMF.Policy;

/// <summary>Which views are kept equal. <c>views: false</c> in the file switches both off.</summary>
public sealed record ViewSynchronization
{
    /// <summary>Views on native items. Default true.</summary>
    public bool Native { get; init; } = true;

    /// <summary>
    /// Native views of the primary become high-availability views on the secondary, whose tiles need the Smart Client plugin. In direction backup alone.
    /// Default false.
    /// </summary>
    public bool HighAvailability { get; init; }
}
