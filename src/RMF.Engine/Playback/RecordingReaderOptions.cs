namespace RMF.Engine.Playback;

/// <summary>How recordings are read.</summary>
public sealed record RecordingReaderOptions
{
    /// <summary>Cameras that are read at once. The policy's <c>performance.connections</c>; default 8, at least 1.</summary>
    public int AtOnce { get; init; } = 8;

    /// <summary>Gaps shorter than this count as none: a frame interval of a slow camera. Default 1 s.</summary>
    public TimeSpan Tolerance { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How near to now an answer may still grow. Default 1 min.</summary>
    public TimeSpan NearNow { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long an answer is kept that reaches near now. Default 3 s.</summary>
    public TimeSpan KeepNew { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long an older answer is kept: retention and edge storage change it too. Default 5 min.</summary>
    public TimeSpan KeepOld { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Failures in a row after which a recording server is not asked for <see cref="GiveUpFor"/>. Default 3.</summary>
    public int GiveUpAfter { get; init; } = 3;

    /// <summary>How long it is not asked then. Default 30 s.</summary>
    public TimeSpan GiveUpFor { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The most sequences that are kept in memory, over all cameras. Default 500,000: about 20 MB.</summary>
    public int MostKept { get; init; } = 500_000;
}
