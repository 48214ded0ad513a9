using RMF.Core.Inventory;
using RMF.Core.Live;
using RMF.Policy.Live;

namespace RMF.Policy.Tests;

public sealed class TileSettingsTests
{
    [Fact]
    public void What_the_policy_does_not_say_is_what_the_decision_takes_anyway()
        => Assert.Equal(new TileSettings(), TileSettingsOf.Policy(Policies.Valid(Policies.Minimal).Live, 0));

    [Theory]
    [InlineData("immediate", FailbackMode.Immediate)]
    [InlineData("validated", FailbackMode.Validated)]
    [InlineData("delayed", FailbackMode.Delayed)]
    [InlineData("manual", FailbackMode.Manual)]
    [InlineData("never", FailbackMode.Never)]
    public void Each_key_reaches_the_decision(string failback, FailbackMode mode)
    {
        var live = Policies.Valid(Policies.Minimal + $"live: {{ priority: secondary, reactionTime: 2s, failback: {{ policy: {failback}, validateFor: 12s, delay: 7s }}, dwell: 4s, flapping: {{ window: 90s, limit: 4, holdMax: 3m }} }}\n").Live;
        Assert.Equal(
            new TileSettings
            {
                Priority = Side.Secondary,
                ReactionTime = TimeSpan.FromSeconds(2),
                Failback = mode,
                ValidateFor = TimeSpan.FromSeconds(12),
                Delay = TimeSpan.FromSeconds(7),
                Dwell = TimeSpan.FromSeconds(4),
                FlapWindow = TimeSpan.FromSeconds(90),
                FlapLimit = 4,
                HoldMax = TimeSpan.FromMinutes(3),
                Jitter = TimeSpan.FromSeconds(0.6),
            },
            TileSettingsOf.Policy(live, 0.5));
    }
}
