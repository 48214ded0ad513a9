using RMF.Policy.Shapes;

namespace RMF.Policy;

/// <summary>Durations as a policy writes them: a whole number and its unit, <c>500ms</c>, <c>10s</c>, <c>5m</c>, <c>2h</c>, <c>1d</c>. Thread-safe.</summary>
public static class PolicyDuration
{
    /// <summary>The shortest exact spelling. What is finer than a millisecond is cut off.</summary>
    public static string Format(TimeSpan value) => DurationText.Format(value);
}
