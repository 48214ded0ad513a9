namespace RMF.Policy;

/// <summary>How manual recording follows a side that was away.</summary>
public sealed record RecordingPolicy
{
    /// <summary>Start a manual recording again on a side that comes back. Default true.</summary>
    public bool ResumeOnReturn { get; init; } = true;
}
