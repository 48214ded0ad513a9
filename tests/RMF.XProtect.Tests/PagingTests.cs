using RMF.Core.Inventory;
using RMF.XProtect.Tests.Fakes;

namespace RMF.XProtect.Tests;

public sealed class PagingTests
{
    private static readonly string[] Cameras = [.. Enumerable.Range(1, 95).Select(n => Shapes.CameraJson(n))];

    [Fact]
    public async Task Pages_are_read_until_an_empty_one()
    {
        var wire = new ScriptedSite().Collection("cameras", Cameras);
        using var site = await Connect.ToAsync(wire, connection: Connect.Connection() with { PageSize = 10 });
        var snapshot = await Connect.SnapshotAsync(site, ItemKind.Camera);

        Assert.Equal(95, snapshot.Items.Count);
        Assert.Equal(PartState.Whole, snapshot.PartOf(ItemKind.Camera).State);
        Assert.Equal(1, wire.CountOf("GET", "/api/rest/v1/cameras?disabled&page=9&size=10"));
        Assert.Equal(1, wire.CountOf("GET", "/api/rest/v1/cameras?disabled&page=10&size=10"));
    }

    [Fact]
    public async Task A_server_that_ignores_paging_is_read_once()
    {
        var wire = new ScriptedSite().Json("GET", "^/api/rest/v1/cameras", "{\"array\":[" + string.Join(",", Cameras) + "]}");
        using var site = await Connect.ToAsync(wire, connection: Connect.Connection() with { PageSize = 10 });
        var snapshot = await Connect.SnapshotAsync(site, ItemKind.Camera);

        Assert.Equal(95, snapshot.Items.Count);
        Assert.Equal(PartState.Whole, snapshot.PartOf(ItemKind.Camera).State);
        Assert.True(wire.Calls.Count(c => c.Target.Contains("cameras?disabled")) <= 5);
    }

    [Fact]
    [Trait("Proof", "bad-input")]
    public async Task A_page_that_was_cut_short_makes_the_part_partial()
    {
        var wire = new ScriptedSite().Collection("cameras", Cameras);
        wire.On("GET", "cameras\\?disabled&page=3&", _ => ScriptedSite.Answer("{\"array\":[" + string.Join(",", Cameras[30..34]) + "]}"));
        using var site = await Connect.ToAsync(wire, connection: Connect.Connection() with { PageSize = 10 });
        var snapshot = await Connect.SnapshotAsync(site, ItemKind.Camera);

        Assert.Equal(89, snapshot.Items.Count);
        Assert.Equal(PartState.Partial, snapshot.PartOf(ItemKind.Camera).State);
        Assert.Contains("page 3 held 4 of 10", snapshot.PartOf(ItemKind.Camera).Reason);
        Assert.False(snapshot.IsComplete);
    }

    [Fact]
    public async Task A_page_that_fails_leaves_the_part_partial_and_says_why()
    {
        var wire = Shapes.Site(95);
        wire.Json("GET", "cameras\\?disabled&page=6&", """{"error":{"httpCode":500,"details":[{"errorText":"Timeout in SQL"}]}}""", 500);
        using var site = await Connect.ToAsync(wire, connection: Connect.Connection() with { PageSize = 10 });
        var snapshot = await Connect.SnapshotAsync(site, ItemKind.Camera, ItemKind.Hardware);

        Assert.Equal(60, snapshot.OfKind(ItemKind.Camera).Count);
        Assert.Equal(PartState.Partial, snapshot.PartOf(ItemKind.Camera).State);
        Assert.Contains("Timeout in SQL", snapshot.PartOf(ItemKind.Camera).Reason);
        Assert.Equal(PartState.Whole, snapshot.PartOf(ItemKind.Hardware).State);
    }

    [Fact]
    [Trait("Proof", "bad-input")]
    public async Task An_empty_array_is_whole_and_holds_nothing()
    {
        using var site = await Connect.ToAsync(new ScriptedSite());
        var snapshot = await Connect.SnapshotAsync(site, ItemKind.Camera, ItemKind.Streams);

        Assert.Empty(snapshot.Items);
        Assert.True(snapshot.IsComplete);
    }

    [Fact]
    public async Task An_object_that_comes_twice_is_kept_once()
    {
        var wire = new ScriptedSite().Collection("cameras", [.. Cameras[..10], .. Cameras[5..20]]);
        using var site = await Connect.ToAsync(wire, connection: Connect.Connection() with { PageSize = 10 });

        Assert.Equal(20, (await Connect.SnapshotAsync(site, ItemKind.Camera)).Items.Count);
    }
}
