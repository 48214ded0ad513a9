namespace RMF.Policy.Tests;

public sealed class TimingTests
{
    [Theory]
    [InlineData("reactionTime: 100ms", true)]
    [InlineData("reactionTime: 99ms", false)]
    [InlineData("reactionTime: 5s", true)]
    [InlineData("reactionTime: 5001ms", false)]
    [InlineData("reactionTime: 30s, failback: { validateFor: 60s }", true)]
    [InlineData("reactionTime: 30001ms, failback: { validateFor: 2m }", false)]
    [InlineData("failback: { validateFor: 2s }, dwell: 2s", true)]
    [InlineData("failback: { validateFor: 1999ms }, dwell: 1s", false)]
    [InlineData("dwell: 10s", true)]
    [InlineData("dwell: 10001ms", false)]
    [InlineData("dwell: 0s", true)]
    [InlineData("failback: { validateFor: 10m }, flapping: { holdMax: 10m }", true)]
    [InlineData("failback: { validateFor: 601s }, flapping: { holdMax: 1h }", false)]
    [InlineData("flapping: { holdMax: 10s }", true)]
    [InlineData("flapping: { holdMax: 9999ms }", false)]
    [InlineData("flapping: { window: 15s }", true)]
    [InlineData("flapping: { window: 14999ms }", false)]
    [InlineData("flapping: { limit: 12 }", true)]
    [InlineData("flapping: { limit: 13 }", false)]
    [InlineData("flapping: { limit: 0 }", false)]
    [InlineData("failback: { policy: delayed, delay: 1s }", true)]
    [InlineData("failback: { policy: delayed }", false)]
    [InlineData("failback: { policy: delayed, delay: 2d }", false)]
    [InlineData("overrides: [ { role: a, reactionTime: 5s } ]", true)]
    [InlineData("overrides: [ { role: a, reactionTime: 5001ms } ]", false)]
    [InlineData("overrides: [ { role: a, reactionTime: 5001ms, failback: { validateFor: 11s } } ]", true)]
    [InlineData("overrides: [ { role: a, dwell: 11s } ]", false)]
    [InlineData("overrides: [ { role: a, failback: { policy: delayed } } ]", false)]
    public void The_boundary_of_each_rule_is_where_the_rule_says(string live, bool isValid)
    {
        var result = Policies.With($"live: {{ {live} }}\n");
        Assert.Equal(isValid, result.IsValid);
        Assert.Equal(isValid ? 0 : 1, result.Messages.Count(m => m.Severity == PolicySeverity.Error));
    }

    [Theory]
    [InlineData("schedule: { idle: 1m }", true)]
    [InlineData("schedule: { idle: 59s }", false)]
    [InlineData("schedule: { idle: 7d }", true)]
    [InlineData("schedule: { idle: 8d }", false)]
    [InlineData("performance: { connections: 1, pageSize: 10, readTimeout: 5s }", true)]
    [InlineData("performance: { connections: 10, pageSize: 10000, readTimeout: 30m }", true)]
    [InlineData("performance: { connections: 0 }", false)]
    [InlineData("performance: { connections: 11 }", false)]
    [InlineData("performance: { pageSize: 9 }", false)]
    [InlineData("performance: { pageSize: 10001 }", false)]
    [InlineData("performance: { readTimeout: 4999ms }", false)]
    [InlineData("performance: { readTimeout: 31m }", false)]
    [InlineData("guards: { deletePercent: 0, updatePercent: 100, deleteCount: 100000 }", true)]
    [InlineData("guards: { deleteCount: 100001 }", false)]
    public void Ranges_end_where_they_say(string part, bool isValid)
        => Assert.Equal(isValid, Policies.With(part + "\n").IsValid);

    [Fact]
    public void The_message_shows_the_numbers_and_stands_at_what_the_file_says()
    {
        var error = Policies.OnlyError(Policies.With("live:\n  reactionTime: 8s\n"));
        Assert.Equal("p.yaml:8:17: error RMF1209: in live, failback.validateFor (10s) is less than 2 x reactionTime (8s). Raise validateFor to 16s or lower reactionTime to 5s.", error.ToString());
    }

    [Fact]
    public void A_delay_without_policy_delayed_is_warned_about()
    {
        var result = Policies.With("live: { failback: { delay: 5s } }\n");
        Assert.True(result.IsValid);
        Assert.Contains(result.Messages, m => m.Code == PolicyCodes.NoEffect.Code && m.Severity == PolicySeverity.Warning);
    }

    [Theory]
    [InlineData("2026-01-02T22:30:00+01:00", true)] // Friday night
    [InlineData("2026-01-03T05:59:00+01:00", true)] // the morning after Friday
    [InlineData("2026-01-03T06:00:00+01:00", false)]
    [InlineData("2026-01-03T22:30:00+01:00", false)] // Saturday night
    [InlineData("2026-01-02T05:00:00+01:00", false)] // the morning after Thursday
    [InlineData("2026-12-22T00:00:00Z", true)]
    [InlineData("2026-12-24T00:59:00+01:00", true)]
    [InlineData("2026-12-24T01:00:00+01:00", false)]
    public void A_freeze_window_holds_its_hours_over_midnight_and_its_instants(string now, bool isFrozen)
    {
        var policy = Policies.Valid(Policies.Minimal + "guards: { freeze: [ { from: \"22:00\", to: \"06:00\", days: [friday] }, { from: 2026-12-22T00:00:00Z, to: 2026-12-24T00:00:00Z } ] }\n");
        var moment = DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(isFrozen, policy.Guards.Freeze.Any(f => f.Contains(moment)));
    }
}
