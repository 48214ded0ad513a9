using RMF.Core.Playback;
using RMF.Engine.Ports;

namespace RMF.Engine.Playback;

/// <summary>What one side has recorded of a camera, as far as it is known. Immutable.</summary>
public sealed record SideRecordings
{
    private SideRecordings(TimeRangeSet? sequences, SiteError? error, bool hasCamera)
    {
        Sequences = sequences;
        Error = error;
        HasCamera = hasCamera;
    }

    /// <summary>The side has no such camera: it has recorded nothing, and is no side to play.</summary>
    public static SideRecordings None { get; } = new(TimeRangeSet.Empty, null, hasCamera: false);

    /// <summary>What it has recorded in the range that was asked for; null = not known, which is never the same as nothing.</summary>
    public TimeRangeSet? Sequences { get; }

    /// <summary>Why it is not known.</summary>
    public SiteError? Error { get; }

    public bool HasCamera { get; }

    /// <summary>For the decision which side plays.</summary>
    public SideFootage Footage => new(HasCamera && Error is null, Sequences);

    public static SideRecordings Of(TimeRangeSet sequences) => new(sequences, null, hasCamera: true);

    public static SideRecordings Unknown(SiteError error) => new(null, error, hasCamera: true);
}
