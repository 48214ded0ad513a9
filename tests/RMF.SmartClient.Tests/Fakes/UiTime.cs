using RMF.Testing;

namespace RMF.SmartClient.Tests.Fakes;

/// <summary>A manual clock whose timers belong to a user interface: while that stands still, none of them ticks.</summary>
internal sealed class UiTime(ManualTimeProvider clock) : TimeProvider
{
    public bool IsStalled { get; set; }

    public override long TimestampFrequency => clock.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        => clock.CreateTimer(s => { if (!IsStalled) { callback(s); } }, state, dueTime, period);
}
