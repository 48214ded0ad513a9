namespace RMF.Simulator;

/// <summary>What a world says of a camera's recordings. A camera of which it says nothing is recorded without a gap.</summary>
public sealed record WorldRecordings
{
    /// <summary>Default: recorded all the time, while its recording is switched on. False: only what <see cref="Sequences"/> say and what is recorded by hand.</summary>
    public bool Continuous { get; init; } = true;

    /// <summary>What is recorded besides.</summary>
    public IReadOnlyList<WorldStretch> Sequences { get; init; } = [];

    /// <summary>What is missing, whatever the rest says.</summary>
    public IReadOnlyList<WorldStretch> Gaps { get; init; } = [];

    /// <summary>What the camera's own storage has lost as well.</summary>
    public IReadOnlyList<WorldStretch> DeviceGaps { get; init; } = [];
}
