using RMF.Core.Inventory;
using RMF.Testing.Worlds;

namespace RMF.Core.Tests.Inventory;

public sealed class SideViewTests
{
    private static readonly SiteSnapshot Site = new SiteBuilder("a")
        .Recorder("REC-1", r => r.Storage("S1", isDefault: true).Hardware("10.0.0.1", h => h.Camera(0, "In")))
        .Recorder("REC-2", r => r.Storage("S2", isDefault: true).Hardware("10.0.0.2", h => h.Camera(0, "Out")))
        .Add(Group("top", null))
        .Add(Group("middle", "top"))
        .Add(Group("leaf", "middle"))
        .Build();

    private static readonly SideView View = new(Side.Primary, [Site], [Key(ItemKind.RecordingServer, "REC-1")]);

    [Fact]
    public void What_hangs_on_an_unlabelled_recorder_is_not_on_the_side()
    {
        Assert.Equal(["In"], View.OfKind(ItemKind.Camera).Select(c => c.Name));
        Assert.Equal(["S1"], View.OfKind(ItemKind.Storage).Select(c => c.Name));
        Assert.Null(View.Find(Key(ItemKind.Camera, "Out")));
        Assert.Empty(View.ChildrenOf(Key(ItemKind.RecordingServer, "REC-2"), ItemKind.Hardware));
    }

    [Fact]
    public void Every_part_of_a_camera_knows_its_recorder()
    {
        var camera = Key(ItemKind.Camera, "In");
        Assert.Equal("REC-1", View.RecorderOf(camera)!.Name);
        Assert.Equal("REC-1", View.RecorderOf(camera.Part(ItemKind.Streams))!.Name);
        Assert.Equal("REC-1", View.RecorderOf(View.OfKind(ItemKind.DeviceStream)[0].Key)!.Name);
    }

    [Fact]
    public void Site_level_items_are_on_the_side_and_on_no_recorder()
    {
        Assert.Equal(["leaf", "middle", "top"], View.OfKind(ItemKind.CameraGroup).Select(g => g.Name).Order(StringComparer.Ordinal));
        Assert.Null(View.RecorderOf(new ItemKey("a", ItemKind.CameraGroup, "leaf")));
    }

    [Fact]
    public void Groups_may_be_nested_deep()
    {
        var site = new SiteBuilder("a").Recorder("REC-1").Add(Group("g0", null));
        for (var i = 1; i < 20; i++)
        {
            site.Add(Group("g" + i, "g" + (i - 1)));
        }

        Assert.Equal(20, new SideView(Side.Primary, [site.Build()], []).OfKind(ItemKind.CameraGroup).Count);
    }

    [Fact]
    public void Items_that_hang_on_each_other_in_a_circle_are_on_no_side()
    {
        var site = new SiteBuilder("a").Add(Group("x", "y")).Add(Group("y", "x")).Build();
        Assert.Empty(new SideView(Side.Primary, [site], []).OfKind(ItemKind.CameraGroup));
    }

    [Fact]
    public void An_item_whose_parent_was_not_read_is_on_no_side()
    {
        var site = new SiteBuilder("a").Add(Group("x", "lost")).Build();
        Assert.Empty(new SideView(Side.Primary, [site], []).OfKind(ItemKind.CameraGroup));
    }

    [Fact]
    public void A_site_that_was_not_read_says_so()
    {
        var part = View.PartOf(new ItemKey("elsewhere", ItemKind.Camera, "1"));
        Assert.Equal(PartState.NotRead, part.State);
        Assert.Equal("site elsewhere was not read", part.Reason);
        Assert.Equal(PartState.Whole, View.PartOf(Key(ItemKind.Camera, "In")).State);
    }

    [Fact]
    public void A_newer_snapshot_keeps_the_labels()
    {
        var renamed = Site.Find(Key(ItemKind.Camera, "In"))! with { Name = "Renamed" };
        var newer = View.With([Site.With([renamed])]);
        Assert.Equal(["Renamed"], newer.OfKind(ItemKind.Camera).Select(c => c.Name));
    }

    private static ItemKey Key(ItemKind kind, string name) => Site.OfKind(kind).Single(i => i.Name == name).Key;

    private static Item Group(string id, string? parent)
        => new(new ItemKey("a", ItemKind.CameraGroup, id), parent is null ? null : new ItemKey("a", ItemKind.CameraGroup, parent), id, PropertyBag.Empty);
}
