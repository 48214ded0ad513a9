namespace RMF.Engine.Events;

/// <summary>Something that happened in a run, for progress bars, logs and dashboards. Holds no secret.</summary>
/// <param name="Time">UTC.</param>
/// <param name="Phase">Where the run is.</param>
/// <param name="Message">One line for people.</param>
public sealed record RunEvent(DateTimeOffset Time, RunPhase Phase, string Message)
{
    public string? Site { get; init; }

    /// <summary>How many are done, of <see cref="Total"/>; 0 of 0 while it is not known.</summary>
    public int Done { get; init; }

    public int Total { get; init; }

    /// <summary>The result of one change, when the event reports one.</summary>
    public Runs.ChangeResult? Result { get; init; }

    /// <summary>True for remarks that a person must see, e.g. that certificates are not checked.</summary>
    public bool IsWarning { get; init; }
}
