namespace RMF.Policy;

/// <summary>When the service runs by itself.</summary>
public sealed record SchedulePolicy
{
    /// <summary>Whether it does. Default false.</summary>
    public bool Enabled { get; init; }

    /// <summary>Idle time between the end of one run and the start of the next. Default 10 min, 1 min to 7 d.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(10);
}
