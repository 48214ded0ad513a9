namespace RMF.Simulator.Tasks;

/// <summary>One queued task. What is fixed at its start stands in the constructor; the rest changes under the table's lock.</summary>
internal sealed class SiteTask(int number, string type, string label, Guid? recorder, DateTimeOffset starts, DateTimeOffset ends, Func<TaskOutcome> effect)
{
    /// <summary>Part of its time that a task stands in the queue.</summary>
    private const double QueuedShare = 0.1;

    public int Number => number;

    public string Type => type;

    public string Label => label;

    public Guid? Recorder => recorder;

    public DateTimeOffset Ends => ends;

    /// <summary>Does what the task is for. Runs once, under the store's write lock.</summary>
    public Func<TaskOutcome> Effect => effect;

    public TaskOutcome? Outcome { get; set; }

    public int Progress(DateTimeOffset now)
    {
        const int Whole = 100;
        return Outcome is not null || ends <= starts ? Whole : (int)Math.Clamp((now - starts) / (ends - starts) * Whole, 0, Whole - 1);
    }

    public string State(DateTimeOffset now) => Outcome switch
    {
        { ErrorCode: 0 } => "Success",
        not null => "Error",
        _ => now < starts + ((ends - starts) * QueuedShare) ? "Idle" : "InProgress",
    };
}
