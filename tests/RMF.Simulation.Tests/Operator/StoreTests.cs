using RMF.Core.Inventory;
using RMF.Core.Ptz;
using RMF.Engine.Operator;
using RMF.Engine.Ports;

namespace RMF.Simulation.Tests.Operator;

[Trait("Proof", "both-sides")]
public sealed class StoreTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("rmf-records-");

    private OperatorStore Store => new(folder.FullName, TimeProvider.System);

    private string File1 => Path.Combine(folder.FullName, "records.json");

    [Fact]
    public async Task Everything_comes_back_from_the_file()
    {
        var records = new OperatorRecords(
            [
                Record("a", OperatorIntent.Have(new PresetContent("Gate \"1\"", 0.1, -0.25, null) { Description = "ä" }, "Old")),
                Record("b", OperatorIntent.Lack("Gate")),
                Record("c", OperatorIntent.Order(["One", "Two"])),
                Record("d", OperatorIntent.Record(on: false)),
                Record("e", OperatorIntent.Mark(new BookmarkContent("rmf-1", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddTicks(1), DateTimeOffset.UnixEpoch.AddDays(1)) { Header = "a", Description = "b" })),
            ],
            [new WatchedRecording(Camera("a"), DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddHours(1))]);
        Assert.True((await Store.UpdateAsync(_ => records, CancellationToken.None)).TryGet(out _, out var failure), failure?.Message);
        Assert.True(Store.Load().TryGet(out var read, out failure), failure?.Message);
        Assert.Equal(records.Recordings, read.Recordings);
        Assert.Equal(records.Inconsistencies.Select(Text), read.Inconsistencies.Select(Text));
    }

    [Fact]
    public async Task Writers_at_the_same_time_lose_nothing()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(async () =>
        {
            var written = await Store.UpdateAsync(r => r with { Inconsistencies = [.. r.Inconsistencies, Record($"camera {n}", OperatorIntent.Record(on: true))] }, CancellationToken.None);
            Assert.Null(written.Failure?.Message);
        })));
        Assert.Equal(8, Store.Load().Value!.Inconsistencies.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"formatVersion\":2,\"inconsistencies\":[],\"recordings\":[]}")]
    [InlineData("{\"formatVersion\":1,\"inconsistencies\":[{}],\"recordings\":[]}")]
    public async Task A_file_that_is_none_is_refused_and_left_as_it_is(string text)
    {
        await File.WriteAllTextAsync(File1, text);
        Assert.Equal("RMF2401", Store.Load().Failure?.Code);
        Assert.Equal("RMF2401", (await Store.UpdateAsync(_ => OperatorRecords.None, CancellationToken.None)).Failure?.Code);
        Assert.Equal(text, await File.ReadAllTextAsync(File1));
    }

    [Fact]
    public async Task More_records_than_the_bound_are_refused()
    {
        var many = Enumerable.Range(0, OperatorStore.MostRecords + 1).Select(n => Record($"c{n}", OperatorIntent.Record(on: true))).ToList();
        Assert.Equal("RMF2402", (await Store.UpdateAsync(_ => new OperatorRecords(many, []), CancellationToken.None)).Failure?.Code);
        Assert.False(File.Exists(File1));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static string Text(InconsistencyRecord r) => $"{r.Since:O} {r.Camera} {r.Side} {r.Intent} {r.Intent.Preset} {r.Intent.Bookmark} {r.Intent.FormerName} {string.Join(',', r.Intent.Names)} {r.Reason} {r.Key}";

    private static InconsistencyRecord Record(string camera, OperatorIntent intent) => new(DateTimeOffset.UnixEpoch, Camera(camera), Side.Secondary, intent, "why");

    private static OperatorCamera Camera(string name) => new(name, new SideCamera("north", name + "-p"), new SideCamera("south", name + "-s"));
}
