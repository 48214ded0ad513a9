using RMF.Policy.Shapes;
using RMF.Policy.Yaml;

namespace RMF.Policy.Checks;

/// <summary>Timings that only make sense together; each message shows the numbers.</summary>
internal static class TimingCheck
{
    /// <summary>A source must be good for longer than it takes to notice that it is bad.</summary>
    public const int ValidateFactor = 2;

    public static void Run(RedundancyPolicy policy, Reading reading)
    {
        if (reading.IsBroken("live"))
        {
            return;
        }

        Tile(policy.Live, "live", reading);
        Flapping(policy.Live, reading);
        for (var i = 0; i < policy.Live.Overrides.Count; i++)
        {
            var change = policy.Live.Overrides[i];
            if (change.ReactionTime is not null || change.Failback is not null || change.Dwell is not null)
            {
                Tile(policy.Live.With(change), PolicyPath.Item("live.overrides", i), reading);
            }
        }
    }

    private static void Tile(LivePolicy live, string path, Reading reading)
    {
        var failback = live.Failback;
        if (failback.ValidateFor.Ticks < live.ReactionTime.Ticks * ValidateFactor)
        {
            Report(
                reading,
                $"failback.validateFor ({Text(failback.ValidateFor)}) is less than {ValidateFactor} x reactionTime ({Text(live.ReactionTime)})",
                $"Raise validateFor to {Text(new TimeSpan(live.ReactionTime.Ticks * ValidateFactor))} or lower reactionTime to {Text(new TimeSpan(failback.ValidateFor.Ticks / ValidateFactor))}.",
                path,
                "failback.validateFor",
                "reactionTime");
        }

        if (live.Dwell > failback.ValidateFor)
        {
            Report(
                reading,
                $"dwell ({Text(live.Dwell)}) is longer than failback.validateFor ({Text(failback.ValidateFor)})",
                $"Lower dwell to {Text(failback.ValidateFor)} or raise validateFor to {Text(live.Dwell)}.",
                path,
                "dwell",
                "failback.validateFor");
        }

        if (failback.Policy == FailbackRule.Delayed && failback.Delay == TimeSpan.Zero)
        {
            Report(reading, "failback.policy is delayed and failback.delay is 0s", "Give delay a duration, or write policy: validated.", path, "failback.policy", "failback.delay");
        }

        if (failback.Policy != FailbackRule.Delayed && reading.IsWritten($"{path}.failback.delay") && failback.Delay > TimeSpan.Zero)
        {
            reading.Report(PolicyCodes.NoEffect, $"{path}.failback.delay", $"failback.delay is {Text(failback.Delay)} and failback.policy is not delayed", "Write policy: delayed, or remove delay.");
        }
    }

    private static void Flapping(LivePolicy live, Reading reading)
    {
        var flapping = live.Flapping;
        if (flapping.HoldMax < live.Failback.ValidateFor)
        {
            Report(
                reading,
                $"flapping.holdMax ({Text(flapping.HoldMax)}) is shorter than failback.validateFor ({Text(live.Failback.ValidateFor)})",
                $"Raise holdMax to {Text(live.Failback.ValidateFor)}.",
                "live",
                "flapping.holdMax",
                "failback.validateFor");
        }

        // Each failover needs a stay of dwell before it, so a shorter window would never see that many.
        if (flapping.Window.Ticks < live.Dwell.Ticks * flapping.Limit)
        {
            Report(
                reading,
                FormattableString.Invariant($"flapping.window ({Text(flapping.Window)}) is shorter than limit ({flapping.Limit}) x dwell ({Text(live.Dwell)})"),
                $"Raise window to {Text(new TimeSpan(live.Dwell.Ticks * flapping.Limit))}, or no source would ever count as flapping.",
                "live",
                "flapping.window",
                "flapping.limit",
                "dwell");
        }
    }

    // At the first of the keys that the file holds: a default is nobody's mistake.
    private static void Report(Reading reading, string text, string advice, string path, params string[] keys)
    {
        var written = keys.Select(k => $"{path}.{k}").FirstOrDefault(reading.IsWritten) ?? $"{path}.{keys[0]}";
        reading.Report(PolicyCodes.Timing, written, $"in {path}, {text}", advice);
    }

    private static string Text(TimeSpan value) => DurationText.Format(value);
}
