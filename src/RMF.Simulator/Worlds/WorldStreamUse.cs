namespace RMF.Simulator;

/// <summary>One row of a camera's stream table: which stream of the driver, shown live how, recorded where.</summary>
public sealed record WorldStreamUse
{
    /// <summary>Number of the model's stream, from 1.</summary>
    public required int Stream { get; init; }

    /// <summary>Label of the row. Default: the model's name of the stream.</summary>
    public string? Name { get; init; }

    /// <summary>Always, Never or WhenNeeded.</summary>
    public string Live { get; init; } = "WhenNeeded";

    public bool LiveDefault { get; init; }

    public bool PlaybackDefault { get; init; }

    public RecordingTrack Record { get; init; }

    public bool UseEdge { get; init; } = true;
}
