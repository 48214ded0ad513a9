using RMF.Core.Inventory;
using RMF.Core.Playback;

namespace RMF.Core.Tests.Playback;

/// <summary>The table of docs/playback.md, row by row, with either side preferred.</summary>
[Trait("Proof", "playback")]
public sealed class PlaybackChoiceTests
{
    private static readonly SideFootage Footage = new(true, Seconds.Set((0, 100)));
    private static readonly SideFootage Gap = new(true, Seconds.Set((0, 20), (80, 100)));
    private static readonly SideFootage LateGap = new(true, Seconds.Set((0, 30), (70, 100)));
    private static readonly SideFootage Unread = new(true, null);

    public static TheoryData<Side> Sides => [Side.Primary, Side.Secondary];

    [Theory]
    [MemberData(nameof(Sides))]
    public void The_preferred_side_plays_where_it_has_footage(Side preferred)
        => Assert.Equal(new PlaybackDecision(preferred, PlaybackReason.Preferred, null, true), Choose(preferred, Footage, Footage));

    [Theory]
    [MemberData(nameof(Sides))]
    public void The_other_plays_where_the_preferred_side_is_offline(Side preferred)
        => Assert.Equal(new PlaybackDecision(Other(preferred), PlaybackReason.PreferredOffline, null, true), Choose(preferred, Footage with { IsOnline = false }, Footage));

    [Theory]
    [MemberData(nameof(Sides))]
    public void The_other_plays_where_the_preferred_side_has_a_gap(Side preferred)
        => Assert.Equal(new PlaybackDecision(Other(preferred), PlaybackReason.PreferredGap, null, true), Choose(preferred, Gap, Footage));

    [Theory]
    [MemberData(nameof(Sides))]
    public void The_other_plays_where_nobody_knows_what_the_preferred_side_has(Side preferred)
        => Assert.Equal(new PlaybackDecision(Other(preferred), PlaybackReason.PreferredUnknown, null, true), Choose(preferred, Unread, Footage));

    [Theory]
    [MemberData(nameof(Sides))]
    public void With_neither_the_next_time_of_either_is_told_and_edge_storage_suggested(Side preferred)
    {
        var decision = Choose(preferred, Gap, LateGap);

        Assert.Equal(new PlaybackDecision(null, PlaybackReason.NoRecording, Seconds.At(70), true), decision);
        Assert.True(decision.SuggestsEdgeStorage);
    }

    [Theory]
    [MemberData(nameof(Sides))]
    public void With_neither_and_backwards_the_last_time_of_either_is_told(Side preferred)
        => Assert.Equal(Seconds.At(30).AddTicks(-1), Choose(preferred, Gap, LateGap, isReverse: true).Next);

    [Theory]
    [MemberData(nameof(Sides))]
    public void A_side_that_is_offline_offers_no_next_time_and_makes_the_answer_uncertain(Side preferred)
    {
        var decision = Choose(preferred, Gap, LateGap with { IsOnline = false });

        Assert.Equal(new PlaybackDecision(null, PlaybackReason.NoRecording, Seconds.At(80), false), decision);
        Assert.False(decision.SuggestsEdgeStorage);
    }

    [Theory]
    [MemberData(nameof(Sides))]
    public void Nothing_is_known_where_both_are_offline(Side preferred)
        => Assert.Equal(new PlaybackDecision(null, PlaybackReason.NoRecording, null, false), Choose(preferred, SideFootage.Unknown, SideFootage.Unknown));

    [Theory]
    [MemberData(nameof(Sides))]
    public void Without_skipGaps_a_gap_stays_a_gap_and_an_offline_side_is_still_replaced(Side preferred)
    {
        var strict = new PlaybackPreference(preferred, SkipGaps: false);

        Assert.Equal(new PlaybackDecision(null, PlaybackReason.NoRecording, Seconds.At(80), true), Choose(strict, Gap, LateGap, false));
        Assert.Equal(Other(preferred), Choose(strict, Gap with { IsOnline = false }, Footage, false).Plays);
    }

    private static PlaybackDecision Choose(Side preferred, SideFootage its, SideFootage others, bool isReverse = false)
        => Choose(new PlaybackPreference(preferred, SkipGaps: true), its, others, isReverse);

    private static PlaybackDecision Choose(PlaybackPreference preference, SideFootage its, SideFootage others, bool isReverse)
        => preference.Preferred == Side.Primary
            ? PlaybackChoice.At(preference, its, others, Seconds.At(50), isReverse)
            : PlaybackChoice.At(preference, others, its, Seconds.At(50), isReverse);

    private static Side Other(Side side) => side == Side.Primary ? Side.Secondary : Side.Primary;
}
