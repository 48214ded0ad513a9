namespace RMF.PowerShell;

/// <summary>How much of the sites is read.</summary>
public enum ReadingDepth
{
    /// <summary>Everything.</summary>
    Full,

    /// <summary>What is read in bulk, and the details of what changed since the last reading in this session; the rest is reported as unknown.</summary>
    Fast,
}
