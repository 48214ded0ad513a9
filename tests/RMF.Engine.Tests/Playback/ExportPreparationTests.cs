using RMF.Core.Inventory;
using RMF.Core.Playback;
using RMF.Engine.Playback;
using RMF.Engine.Ports;
using RMF.Testing;

namespace RMF.Engine.Tests.Playback;

[Trait("Proof", "export")]
public sealed class ExportPreparationTests
{
    private readonly FakeRecordings a = new("a", FakeRecordings.Range(0, 20), FakeRecordings.Range(40, 100));
    private readonly FakeRecordings b = new("b", FakeRecordings.Range(0, 25), FakeRecordings.Range(30, 100));
    private readonly ExportPreparation preparation = new(new RecordingReader(new ManualTimeProvider(FakeRecordings.At(10_000))));

    [Fact]
    public async Task A_hole_in_both_is_fetched_by_the_serving_side_and_planned_again()
    {
        a.Edge = range => Outcome<IReadOnlyList<TimeRange>>.Of([range]);
        var prepared = await RetrieveAsync();

        Assert.True(prepared.Plan.IsWhole);
        Assert.Equal([FakeRecordings.Range(25, 30)], a.Retrievals);
        Assert.Empty(b.Retrievals);
        Assert.Equal([new EdgeRetrieval(Side.Primary, FakeRecordings.Range(25, 30), null)], prepared.Retrievals);
    }

    [Fact]
    public async Task What_the_serving_side_does_not_bring_the_other_is_asked_for()
    {
        a.Edge = _ => Outcome<IReadOnlyList<TimeRange>>.Of([FakeRecordings.Range(25, 27)]);
        b.Edge = range => Outcome<IReadOnlyList<TimeRange>>.Of([range]);
        var prepared = await RetrieveAsync();

        Assert.True(prepared.Plan.IsWhole);
        Assert.Equal([FakeRecordings.Range(27, 30)], b.Retrievals);
    }

    [Fact]
    public async Task A_hole_that_nobody_fills_stays_and_says_why()
    {
        var prepared = await RetrieveAsync();

        Assert.Equal(FakeRecordings.Range(25, 30), Assert.Single(prepared.Plan.Holes).Range);
        Assert.Equal([SiteErrorKind.NotSupported, SiteErrorKind.NotSupported], prepared.Retrievals.Select(r => r.Error!.Kind));
    }

    [Fact]
    public async Task Without_a_hole_nothing_is_fetched()
    {
        a.Sequences = [FakeRecordings.Range(0, 100)];
        Assert.Empty((await RetrieveAsync()).Retrievals);
        Assert.Empty(a.Retrievals);
    }

    [Fact]
    public async Task Many_holes_are_fetched_as_one()
    {
        a.Sequences = [.. Enumerable.Range(0, 20).Select(i => FakeRecordings.Range(i * 4, (i * 4) + 2))];
        b.Sequences = [];
        await RetrieveAsync();

        Assert.Equal([FakeRecordings.Range(2, 100)], a.Retrievals);
    }

    private Task<PreparedExport> RetrieveAsync()
        => preparation.RetrieveAsync(ExportFolder.Pair(a, b), FakeRecordings.Range(0, 100), Side.Primary, null, default);
}
