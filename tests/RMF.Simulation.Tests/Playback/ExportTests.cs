using RMF.Core.Inventory;
using RMF.Core.Playback.Export;
using RMF.Engine.Playback;
using RMF.Engine.Playback.Export;
using RMF.Engine.Playback.Export.Check;
using RMF.Simulator;

namespace RMF.Simulation.Tests.Playback;

/// <summary>Each case of an export over sockets. Every picture of the files is decoded: the side and the time that it shows are looked at.</summary>
[Trait("Proof", "export")]
public sealed class ExportTests
{
    // Simulated cameras record ten pictures a second or more.
    private static readonly TimeSpan LongestInterval = TimeSpan.FromMilliseconds(300);

    [Theory]
    [InlineData(Personality.V2025R2)]
    [InlineData(Personality.Next)]
    public async Task Without_a_gap_every_picture_is_the_serving_sides(Personality personality)
    {
        await using var footage = await Footage.StartAsync(personality);
        var manifest = await footage.ExportAsync(await Plan(footage, 0, 10));
        var seen = footage.Look(manifest);

        Assert.All(seen, p => Assert.Equal(Side.Primary, p.Side));
        AssertCovers(footage, seen, 0, 10);
        Assert.True(manifest.IsWhole);
        Assert.Empty(ExportCheck.Run(Directory.GetFiles(footage.Folder, "*.json").Single(), default).Findings);
    }

    [Fact]
    public async Task A_gap_of_the_serving_side_is_shown_by_the_other()
    {
        await using var footage = await Footage.StartAsync();
        footage.Lose(Side.Primary, 4, 7);
        var manifest = await footage.ExportAsync(await Plan(footage, 0, 10));

        Assert.Equal(Side.Secondary, Assert.Single(manifest.Segments).Side);
        var seen = footage.Look(manifest);
        Assert.All(seen, p => Assert.Equal(Side.Secondary, p.Side));
        AssertCovers(footage, seen, 0, 10);
    }

    [Fact]
    public async Task Gaps_of_both_that_the_union_covers_show_each_side_where_it_serves()
    {
        await using var footage = await Footage.StartAsync();
        footage.Lose(Side.Primary, 4, 7);
        footage.Lose(Side.Secondary, -5, 2);
        footage.Lose(Side.Secondary, 10, 14);
        var manifest = await footage.ExportAsync(await Plan(footage, 0, 16));

        var seen = footage.Look(manifest);
        Assert.Equal([Side.Primary, Side.Secondary, Side.Primary], manifest.Segments.Select(s => s.Side));
        Assert.All(seen, p => Assert.Equal(p.Time >= footage.At(4) && p.Time < footage.At(7) ? Side.Secondary : Side.Primary, p.Side));
        AssertCovers(footage, seen, 0, 16);
        Assert.True(manifest.IsWhole);
    }

    [Fact]
    public async Task A_hole_of_both_is_named_and_no_picture_is_of_it()
    {
        await using var footage = await Footage.StartAsync();
        footage.Lose(Side.Primary, 4, 9);
        footage.Lose(Side.Secondary, 6, 12);
        var prepared = await footage.NewPreparation().RetrieveAsync(footage.Pair, footage.Range(0, 16), Side.Primary, null, default);
        var manifest = await footage.ExportAsync(prepared);

        Assert.Equal([new ExportHole(footage.Range(6, 9), HoleCause.NotRecorded)], manifest.Holes);
        Assert.All(prepared.Retrievals, r => Assert.NotNull(r.Error));
        var seen = footage.Look(manifest);
        AssertCovers(footage, seen, 0, 6);
        AssertCovers(footage, seen, 9, 16);
        Assert.DoesNotContain(seen, p => p.Time >= footage.At(6) && p.Time < footage.At(9));
    }

    [Fact]
    public async Task A_hole_of_both_that_the_camera_has_is_fetched_and_exported_whole()
    {
        await using var footage = await Footage.StartAsync();
        footage.Lose(Side.Primary, 4, 9);
        footage.Lose(Side.Secondary, 6, 12);
        footage.EnableEdgeStorage(Side.Primary);
        var prepared = await footage.NewPreparation().RetrieveAsync(footage.Pair, footage.Range(0, 16), Side.Primary, null, default);
        var manifest = await footage.ExportAsync(prepared);

        Assert.True(manifest.IsWhole);
        Assert.Equal((Side.Primary, null), (Assert.Single(prepared.Retrievals).Side, prepared.Retrievals[0].Error));
        var seen = footage.Look(manifest);
        AssertCovers(footage, seen, 0, 16);
        Assert.All(seen.Where(p => p.Time >= footage.At(6.5) && p.Time < footage.At(8.5)), p => Assert.Equal(Side.Primary, p.Side));
    }

    [Fact]
    public async Task A_recorder_that_dies_in_the_middle_is_replaced_by_the_other()
    {
        await using var footage = await Footage.StartAsync();
        var killer = new Killer(footage.Primary);
        var manifest = await footage.ExportAsync(await Plan(footage, 0, 20), killer);

        Assert.Equal([(Side.Primary, false), (Side.Secondary, true)], manifest.Segments.Select(s => (s.Side, s.StandsIn)));
        Assert.True(manifest.IsWhole);
        var seen = footage.Look(manifest);
        AssertCovers(footage, seen, 0, 20);
        Assert.Equal(seen.OrderBy(p => p.Side).ThenBy(p => p.Time), seen);
    }

    [Fact]
    public async Task A_recorder_that_is_away_from_the_start_leaves_the_other_and_what_only_it_has_is_unknown()
    {
        await using var footage = await Footage.StartAsync();
        footage.Lose(Side.Secondary, 6, 9);
        footage.Primary.Faults.Add(Fault.RecorderOffline(footage.Primary.Recorders[0].Name));
        var manifest = await footage.ExportAsync(await Plan(footage, 0, 12));

        Assert.Equal([new ExportHole(footage.Range(6, 9), HoleCause.PrimaryUnknown)], manifest.Holes);
        Assert.All(footage.Look(manifest), p => Assert.Equal(Side.Secondary, p.Side));
    }

    private static Task<PreparedExport> Plan(Footage footage, double begin, double end) => footage.NewPreparation().PlanAsync(footage.Pair, footage.Range(begin, end), Side.Primary, default);

    private static void AssertCovers(Footage footage, List<(Side Side, DateTimeOffset Time)> seen, double begin, double end)
    {
        var times = seen.Select(p => p.Time).Where(t => t >= footage.At(begin) && t < footage.At(end)).Prepend(footage.At(begin)).Append(footage.At(end)).ToList();
        Assert.All(times.Zip(times.Skip(1)), p => Assert.InRange(p.Second - p.First, TimeSpan.Zero, LongestInterval));
    }

    /// <summary>Kills the primary's recorder at the first word of progress.</summary>
    private sealed class Killer(SimulatedSite site) : IProgress<ExportProgress>
    {
        private bool isDone;

        public void Report(ExportProgress value)
        {
            if (!isDone)
            {
                isDone = true;
                site.Faults.Add(Fault.OfStream(FaultKind.StreamKill, site.Recorders[0].Name));
            }
        }
    }
}
