using RMF.Core.Inventory;
using RMF.Testing.Worlds;

namespace RMF.Core.Tests.Inventory;

public sealed class SiteSnapshotTests
{
    [Fact]
    public void A_kind_that_was_not_asked_for_was_not_read()
    {
        var site = new SiteSnapshot("a", "25.2", SiteBuilder.TakenAt, [], [SnapshotPart.Whole(ItemKind.Camera, SiteBuilder.TakenAt)]);
        Assert.Equal(PartState.Whole, site.PartOf(ItemKind.Camera).State);
        Assert.Equal(PartState.NotRead, site.PartOf(ItemKind.Hardware).State);
        Assert.Equal("not asked for", site.PartOf(ItemKind.Hardware).Reason);
        Assert.True(site.IsComplete);
    }

    [Fact]
    public void One_unread_device_makes_it_incomplete()
    {
        Assert.True(new SiteBuilder("a").Build().IsComplete);
        Assert.False(new SiteBuilder("a").Unread(ItemKind.Streams, "1", "time-out").Build().IsComplete);
        Assert.False(new SiteBuilder("a").Part(ItemKind.Hardware, PartState.Partial, "page 2 failed").Build().IsComplete);
    }

    [Fact]
    public void An_item_of_another_site_is_refused()
    {
        var stranger = new Item(new ItemKey("b", ItemKind.Camera, "1"), null, "x", PropertyBag.Empty);
        Assert.Throws<ArgumentException>(() => new SiteBuilder("a").Add(stranger).Build());
    }

    [Fact]
    public void Two_items_of_one_key_are_refused()
    {
        var item = new Item(new ItemKey("a", ItemKind.Camera, "1"), null, "x", PropertyBag.Empty);
        Assert.Throws<ArgumentException>(() => new SiteBuilder("a").Add(item).Add(item).Build());
    }

    [Fact]
    public void Newer_readings_take_the_place_of_older_ones_and_new_items_are_added()
    {
        var old = new Item(new ItemKey("a", ItemKind.Camera, "1"), null, "old", PropertyBag.Empty);
        var added = new Item(new ItemKey("a", ItemKind.Camera, "2"), null, "added", PropertyBag.Empty);
        var site = new SiteBuilder("a").Add(old).Build().With([old with { Name = "new" }, added]);
        Assert.Equal(["added", "new"], site.OfKind(ItemKind.Camera).Select(i => i.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Parts_of_a_device_share_its_id()
    {
        var camera = new ItemKey("a", ItemKind.Camera, "1");
        Assert.Equal(new ItemKey("a", ItemKind.Streams, "1"), camera.Part(ItemKind.Streams));
        Assert.NotEqual(camera, camera.Part(ItemKind.Streams));
        Assert.NotEqual(camera, camera with { Site = "b" });
        Assert.Equal("a/Camera/1", camera.ToString());
        Assert.Equal(0, default(ItemKey).GetHashCode());
    }
}
