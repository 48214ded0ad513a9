namespace RMF.Policy.Tests;

public sealed class NoticeTests
{
    [Theory]
    [InlineData("schedule: { enabled: true }", "schedule.enabled", PolicySeverity.Warning)]
    public void What_is_switched_on_and_not_carried_out_says_so_at_its_place(string more, string path, PolicySeverity severity)
    {
        var result = Policies.With(more + "\n");
        Assert.True(result.IsValid, string.Join('\n', result.Messages));
        var notice = Assert.Single(result.Messages, m => m.Code == PolicyCodes.NotYet.Code && m.Path == path);
        Assert.Equal(severity, notice.Severity);
        Assert.True(notice.Line > 6);
    }

    [Theory]
    [InlineData("synchronize: { microphones: true }", "synchronize.microphones")]
    [InlineData("synchronize: { speakers: { recording: false } }", "synchronize.speakers")]
    [InlineData("synchronize: { cameras: { presets: true } }", "synchronize.cameras.presets")]
    [InlineData("synchronize: { roles: true }", "synchronize.roles")]
    [InlineData("synchronize: { views: { native: true } }", "synchronize.views.native")]
    [InlineData("synchronize: { views: { highAvailability: true } }", "synchronize.views.highAvailability")]
    [InlineData("lifecycle: { move: false }", "lifecycle.move")]
    [InlineData("schedule: { idle: 5m }", "schedule.enabled")]
    [InlineData("conflicts: sourceWins", "conflicts")]
    [InlineData("live: { dwell: 4s }", "live")]
    [InlineData("live: { overlay: never }", "live.overlay")]
    [InlineData("ptz: { onMismatch: primaryWins }", "ptz")]
    [InlineData("recording: { resumeOnReturn: false }", "recording")]
    public void What_is_switched_off_or_carried_out_says_nothing(string more, string path)
        => Assert.DoesNotContain(Policies.With(more + "\n").Messages, m => m.Code == PolicyCodes.NotYet.Code && (m.Path == path || m.Text.Contains(path, StringComparison.Ordinal)));

    [Fact]
    public void A_policy_that_switches_nothing_on_hears_nothing()
        => Assert.DoesNotContain(Policies.With("").Messages, m => m.Code == PolicyCodes.NotYet.Code);
}
