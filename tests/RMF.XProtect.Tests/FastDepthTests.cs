using RMF.Core.Inventory;
using RMF.Engine.Ports;
using RMF.XProtect.Tests.Fakes;

namespace RMF.XProtect.Tests;

public sealed class FastDepthTests
{
    private static readonly ItemKind[] Kinds = [ItemKind.Hardware, ItemKind.Camera, ItemKind.Streams, ItemKind.HardwareDriverSettings, ItemKind.DeviceStream];

    [Fact]
    public async Task Only_what_changed_and_the_window_is_read_and_the_rest_is_unknown()
    {
        var wire = Shapes.Site(10);
        using var site = await Connect.ToAsync(wire);
        var full = await ReadAsync(site, ReadDepth.Full, null, 0);
        wire.Collection("cameras", [.. Enumerable.Range(1, 10).Select(n => Shapes.CameraJson(n, n == 7 ? "2026-01-01T00:00:00Z" : "2025-10-27T15:03:52.8070000Z"))]);
        wire.Collection("hardware", [.. Enumerable.Range(1, 10).Select(n => Shapes.HardwareJson(n, modified: n == 9 ? "2026-01-01T00:00:00Z" : "2025-10-27T15:03:52.8070000Z"))]);
        var before = wire.Calls.Count;
        var fast = await ReadAsync(site, ReadDepth.Fast, full, 1);

        Assert.Equal(["3", "4", "7", "9"], Numbers(fast, ItemKind.Streams));
        Assert.Equal(4, wire.Calls.Skip(before).Count(c => c.Target.Contains("/streams/")));
        var part = fast.PartOf(ItemKind.Streams);
        Assert.Equal(PartState.Partial, part.State);
        Assert.Equal(6, part.Unread.Count);
        Assert.Contains("unknown since 20", part.Unread[Shapes.CameraId(1)]);
        Assert.Equal(10, fast.OfKind(ItemKind.Camera).Count);
        Assert.Equal(PartState.Whole, fast.PartOf(ItemKind.Camera).State);
        Assert.Equal(PartState.Partial, fast.PartOf(ItemKind.DeviceStream).State);
        Assert.Contains("9", Numbers(fast, ItemKind.HardwareDriverSettings));
    }

    [Fact]
    public async Task Windows_of_following_runs_cover_everything()
    {
        var wire = Shapes.Site(10);
        using var site = await Connect.ToAsync(wire);
        var full = await ReadAsync(site, ReadDepth.Full, null, 0);
        var seen = new HashSet<string>();
        for (var run = 0; run < 5; run++)
        {
            seen.UnionWith(Numbers(await ReadAsync(site, ReadDepth.Fast, full, run), ItemKind.Streams));
        }

        Assert.Equal(10, seen.Count);
    }

    [Fact]
    public async Task Without_an_earlier_snapshot_everything_is_read()
    {
        using var site = await Connect.ToAsync(Shapes.Site(5));
        Assert.True((await ReadAsync(site, ReadDepth.Fast, null, 0)).IsComplete);
    }

    private static async Task<SiteSnapshot> ReadAsync(ISite site, ReadDepth depth, SiteSnapshot? previous, int cursor)
    {
        var outcome = await site.Reader.ReadAsync(new SnapshotRequest(Kinds, [], depth, previous) { RotationCount = 2, RotationCursor = cursor }, null, CancellationToken.None);
        Assert.True(outcome.TryGet(out var snapshot), outcome.Error?.ToString());
        return snapshot;
    }

    private static IEnumerable<string> Numbers(SiteSnapshot snapshot, ItemKind kind) => snapshot.OfKind(kind).Select(i => i.Key.Id[^2..].TrimStart('0')).OrderBy(n => n, StringComparer.Ordinal);
}
