using RMF.Core.Inventory;
using RMF.Core.Live;
using RMF.Policy;
using RMF.SmartClient.Model.Overlay;

namespace RMF.SmartClient.Tests.Overlay;

[Trait("Proof", "plugin-model")]
public sealed class TileWordsTests
{
    [Theory]
    [InlineData(SwitchCause.Started, Side.Primary, "")]
    [InlineData(SwitchCause.Started, Side.Secondary, "")]
    [InlineData(SwitchCause.HomeNeverCame, Side.Primary, "The primary gave no picture in time.")]
    [InlineData(SwitchCause.HomeNeverCame, Side.Secondary, "The secondary gave no picture in time.")]
    [InlineData(SwitchCause.HomeLost, Side.Primary, "The primary lost its picture.")]
    [InlineData(SwitchCause.HomeLost, Side.Secondary, "The secondary lost its picture.")]
    [InlineData(SwitchCause.AwayLost, Side.Primary, "The secondary lost its picture.")]
    [InlineData(SwitchCause.AwayLost, Side.Secondary, "The primary lost its picture.")]
    [InlineData(SwitchCause.BothLost, Side.Primary, "Neither side has a picture.")]
    [InlineData(SwitchCause.BothLost, Side.Secondary, "Neither side has a picture.")]
    [InlineData(SwitchCause.PictureAgain, Side.Primary, "A picture came back.")]
    [InlineData(SwitchCause.PictureAgain, Side.Secondary, "A picture came back.")]
    [InlineData(SwitchCause.Failback, Side.Primary, "The primary has proved itself again.")]
    [InlineData(SwitchCause.Failback, Side.Secondary, "The secondary has proved itself again.")]
    [InlineData(SwitchCause.Operator, Side.Primary, "An operator asked for it.")]
    [InlineData(SwitchCause.Operator, Side.Secondary, "An operator asked for it.")]
    public void Each_cause_has_its_words(SwitchCause cause, Side home, string words) => Assert.Equal(words, TileWords.Why(cause, home));

    [Fact]
    public void No_cause_is_forgotten()
    {
        Assert.Equal("", TileWords.Why(null, Side.Primary));
        Assert.All(Enum.GetValues<SwitchCause>().Except([SwitchCause.Started]), c => Assert.NotEqual("", TileWords.Why(c, Side.Primary)));
    }

    [Theory]
    [InlineData(SwitchCause.Started, "")]
    [InlineData(SwitchCause.BothLost, "The camera gives no picture.")]
    [InlineData(SwitchCause.PictureAgain, "A picture came back.")]
    [InlineData(null, "")]
    public void A_camera_without_a_pair_has_no_sides_to_tell_of(SwitchCause? cause, string words) => Assert.Equal(words, TileWords.WhyAlone(cause));

    [Theory]
    [InlineData(TilePhase.Starting, "")]
    [InlineData(TilePhase.Home, "")]
    [InlineData(TilePhase.Away, "")]
    [InlineData(TilePhase.BothLost, "")]
    [InlineData(TilePhase.ReturningHome, "Goes back to the secondary when that has proved itself.")]
    [InlineData(TilePhase.Pinned, "Pinned to the secondary.")]
    [InlineData(TilePhase.Paused, "Stays here until it is resumed.")]
    public void Each_phase_has_its_words(TilePhase phase, string words) => Assert.Equal(words, TileWords.State(phase, Side.Secondary, isHeldHere: false, order: null));

    [Fact]
    public void An_order_is_told_with_who_gave_it_and_why()
    {
        var order = new OverrideRecord { Serial = 1, Scope = OverrideScope.Side, Act = OverrideAct.Show, User = "DOM\\op", Reason = "works on REC-A1" };
        Assert.Equal("Ordered to the secondary by DOM\\op: works on REC-A1", TileWords.State(TilePhase.Pinned, Side.Secondary, isHeldHere: false, order));
        Assert.Equal("Ordered to the primary.", TileWords.State(TilePhase.Pinned, Side.Primary, isHeldHere: false, order with { User = "", Reason = "" }));
        Assert.Equal("Ordered to stay by DOM\\op.", TileWords.State(TilePhase.Paused, Side.Primary, isHeldHere: false, order with { Reason = "" }));
        Assert.Equal("Pinned here to the primary.", TileWords.State(TilePhase.Pinned, Side.Primary, isHeldHere: true, order));
    }

    [Theory]
    [InlineData(TilePhase.Starting, false)]
    [InlineData(TilePhase.Home, false)]
    [InlineData(TilePhase.Away, true)]
    [InlineData(TilePhase.ReturningHome, true)]
    [InlineData(TilePhase.BothLost, true)]
    [InlineData(TilePhase.Pinned, true)]
    [InlineData(TilePhase.Paused, true)]
    public void The_policy_says_when_the_overlay_is_shown_and_a_lost_picture_is_told_in_any_case(TilePhase phase, bool onFailover)
    {
        Assert.Equal(onFailover, TileWords.IsShown(OverlayRule.OnFailover, phase, keepsLast: false));
        Assert.True(TileWords.IsShown(OverlayRule.Always, phase, keepsLast: false));
        Assert.False(TileWords.IsShown(OverlayRule.Never, phase, keepsLast: false));
        Assert.All(Enum.GetValues<OverlayRule>(), rule => Assert.True(TileWords.IsShown(rule, phase, keepsLast: true)));
    }

    [Fact]
    public void Sides_have_their_names() => Assert.Equal(["Primary", "Secondary"], new[] { Side.Primary, Side.Secondary }.Select(TileWords.Of));
}
