namespace RMF.Policy;

/// <summary>Pairs a primary recorder with the secondary that records its cameras too.</summary>
public sealed record RecorderLink
{
    /// <summary>A labelled primary. Required in the file.</summary>
    public RecorderName Primary { get; init; }

    /// <summary>A labelled secondary. Required in the file. One secondary may serve many primaries.</summary>
    public RecorderName Secondary { get; init; }

    /// <summary>Primary storage name to secondary storage name. A storage that is not named uses the secondary's default storage.</summary>
    public IReadOnlyDictionary<string, string> Storage { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
