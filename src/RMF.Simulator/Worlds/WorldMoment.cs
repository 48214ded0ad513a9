namespace RMF.Simulator;

/// <summary>A time in a world: fixed, or counted from the start of the site.</summary>
/// <param name="Fixed">The time; null = it is counted from the start.</param>
/// <param name="FromStart">Negative = before the start.</param>
public readonly record struct WorldMoment(DateTimeOffset? Fixed, TimeSpan FromStart)
{
    internal DateTimeOffset At(DateTimeOffset start) => Fixed ?? start + FromStart;
}
