using RMF.Core.Inventory;
using RMF.Core.Playback;
using RMF.Engine.Operator;
using RMF.Engine.Ports;
using RMF.Simulation.Tests.Lab;
using RMF.Simulator;

namespace RMF.Simulation.Tests.Operator;

[Trait("Proof", "both-sides")]
public sealed class BookmarkTests
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly BookmarkContent Content = new("rmf-1", Noon, Noon.AddSeconds(3), Noon.AddSeconds(30)) { Header = "Fall", Description = "at the gate" };

    [Fact]
    public async Task A_bookmark_is_set_on_both_sides_under_one_reference_and_removed_again()
    {
        await using var lab = await OperatorLab.StartAsync();
        var (primary, secondary) = await lab.BothAsync(OperatorIntent.Mark(Content));
        Assert.Equal((SideStatus.Done, SideStatus.Done), (primary.Status, secondary.Status));
        foreach (var side in new[] { Side.Primary, Side.Secondary })
        {
            Assert.Equal(Content, Assert.Single(await SearchAsync(lab, side)).Content);
        }

        (primary, secondary) = await lab.BothAsync(OperatorIntent.Mark(Content));
        Assert.Equal((SideStatus.Unchanged, SideStatus.Unchanged), (primary.Status, secondary.Status));
        (primary, secondary) = await lab.BothAsync(OperatorIntent.Unmark(Content));
        Assert.Equal((SideStatus.Done, SideStatus.Done), (primary.Status, secondary.Status));
        Assert.Empty(await SearchAsync(lab, Side.Primary));
        Assert.Empty(lab.Records);
    }

    [Fact]
    public async Task A_search_keeps_to_its_range_and_its_cameras()
    {
        await using var lab = await OperatorLab.StartAsync();
        await lab.BothAsync(OperatorIntent.Mark(Content));
        await lab.BothAsync(OperatorIntent.Mark(Content with { Reference = "rmf-2" }), camera: OperatorLab.Hall);
        await lab.BothAsync(OperatorIntent.Mark(Content with { Reference = "rmf-3", Begin = Noon.AddHours(1), Trigger = Noon.AddHours(1), End = Noon.AddHours(1) }));
        Assert.Equal(["rmf-1"], (await SearchAsync(lab, Side.Secondary)).Select(b => b.Content.Reference));
    }

    [Fact]
    public async Task A_lost_answer_makes_no_second_bookmark_and_a_refusal_is_mended_later()
    {
        await using var lab = await OperatorLab.StartAsync();
        lab.Duo.Secondary.Faults.Add(Fault.On(FaultKind.ResetAfterEffect, "POST", "/bookmarks"));
        var (primary, secondary) = await lab.BothAsync(OperatorIntent.Mark(Content));
        Assert.Equal((SideStatus.Done, SideStatus.Done), (primary.Status, secondary.Status));
        Assert.Single(await SearchAsync(lab, Side.Secondary));

        await lab.BothAsync(OperatorIntent.Unmark(Content), await lab.ReachAsync(without: Side.Primary));
        Assert.Single(await SearchAsync(lab, Side.Primary));
        Assert.Equal(SideStatus.Done, Assert.Single(await lab.MendAsync()).Status);
        Assert.Empty(await SearchAsync(lab, Side.Primary));
        Assert.Empty(lab.Records);
    }

    [Fact]
    public async Task A_release_without_the_interface_says_so()
    {
        await using var lab = await OperatorLab.StartAsync(new DuoOptions { PersonalityOf = name => name == "north" ? Personality.V2023R2 : Personality.V2025R2 });
        var (primary, secondary) = await lab.BothAsync(OperatorIntent.Mark(Content));
        Assert.Equal((SideStatus.Failed, SideStatus.Done), (primary.Status, secondary.Status));
        Assert.Equal(SiteErrorKind.NotSupported, primary.Error!.Kind);
    }

    private static async Task<IReadOnlyList<SiteBookmark>> SearchAsync(OperatorLab lab, Side side)
    {
        var reach = await lab.ReachAsync();
        var camera = OperatorLab.Camera(reach).On(side)!;
        var read = await reach.Sites[camera.Site].Operator.Bookmarks.SearchAsync(new TimeRange(Noon, Noon.AddMinutes(1)), [camera.Id], 10, CancellationToken.None);
        Assert.True(read.TryGet(out var found), read.Error?.Message);
        return found;
    }
}
