using System.Text.RegularExpressions;
using RMF.Core.Inventory;
using RMF.Core.Kinds;
using RMF.Core.Planning;
using RMF.Core.Planning.SiteItems;
using RMF.Testing.Worlds;

namespace RMF.Core.Tests.Planning.SiteItems;

/// <summary>Native views become high-availability views: tiles with one camera alone are the plugin's.</summary>
public sealed class HighAvailabilityViewsTests
{
    private const string Site = "11111111-0000-4000-8000-000000000001";

    [Fact]
    public void A_tile_with_one_camera_names_it_and_leaves_the_other_side_open()
    {
        var (side, view) = Project(s => s.ViewGroup("/Walls").View("/Walls/Gates", "Gate", "Gate+Quay", ""));
        var tiles = ((ListValue)view.Properties["tiles"]!).Items.OfType<GroupValue>().Select(t => t.Members).ToList();
        var gate = side.OfKind(ItemKind.Camera).Single(c => c.Name == "Gate");
        var text = tiles[0].TextOf("definition")!;
        Assert.Matches(
            new Regex("""^<viewitem id="(?<id>[0-9a-f-]{36})" displayname="RMF Camera" shortcut="" type="[^"]+" smartClientId="\k<id>"><iteminfo /><properties>"""
                + $"""<property name="rmf.version" value="1" /><property name="rmf.primary" value="{Site}/{gate.Key.Id}" />"""
                + """<property name="rmf.secondary" value="\{site\}/\{camera\}" /><property name="rmf.name" value="Gate" /></properties></viewitem>$""", RegexOptions.None, TimeSpan.FromSeconds(1)),
            text);
        Assert.Equal(new Reference(gate.Key), tiles[0]["camera"]);
        Assert.Equal("0", tiles[0].TextOf("position"));
        Assert.Equal(["<tile of='Gate+Quay' />", "<tile of='' />"], tiles.Skip(1).Select(t => t.TextOf("definition")));
    }

    [Fact]
    public void The_view_keeps_layout_and_place_and_has_a_name_of_its_own()
    {
        var (_, view) = Project(s => s.ViewGroup("/Walls").View("/Walls/Gates", "Gate"));
        Assert.Equal(SiteItemBuilder.Key("a", ItemKind.View, "/Walls/Gates").Part(ItemKind.HighAvailabilityView), view.Key);
        Assert.Equal(SiteItemBuilder.Key("a", ItemKind.ViewGroup, "/Walls"), view.Parent);
        Assert.Equal("Gates (HA)", view.Name);
        Assert.Equal(["layoutViewItems=1x1", "name=Gates (HA)", "viewLayoutType=Grid"], view.Properties.Where(p => p.Key != "tiles").Select(p => $"{p.Key}={p.Value}"));
    }

    [Fact]
    public void A_view_that_shows_no_camera_alone_has_no_twin()
        => Assert.Empty(HighAvailabilityViews.Project(Side(s => s.ViewGroup("/Walls").View("/Walls/Maps", "", "Gate+Quay").Add(new Item(new ItemKey("a", ItemKind.View, "bare"), null, "bare", PropertyBag.Empty))), _ => Site).OfKind(ItemKind.HighAvailabilityView));

    [Fact]
    public void One_tile_with_a_camera_is_enough()
        => Assert.Equal(2, ((ListValue)Project(s => s.ViewGroup("/Walls").View("/Walls/Gates", "", "Quay")).View.Properties["tiles"]!).Items.Count);

    [Fact]
    public void What_the_side_really_holds_of_them_is_replaced_and_the_rest_stays()
    {
        var before = Side(s => s.ViewGroup("/Walls").View("/Walls/Gates", "Gate").View(ItemKind.HighAvailabilityView, "/Walls/Old (HA)", "Gate").Part(ItemKind.View, PartState.Partial, "page 2 failed"));
        var asked = new List<string>();
        var after = HighAvailabilityViews.Project(before, s =>
        {
            asked.Add(s);
            return Site;
        });
        Assert.Equal(["Gates (HA)"], after.OfKind(ItemKind.HighAvailabilityView).Select(v => v.Name));
        Assert.Equal(["a"], asked);
        var old = before.Sites.Single();
        var made = after.Sites.Single();
        Assert.Equal(old.Items.Where(i => i.Key.Kind != ItemKind.HighAvailabilityView), made.Items.Where(i => i.Key.Kind != ItemKind.HighAvailabilityView));
        Assert.Equal((PartState.Partial, "page 2 failed"), (made.PartOf(ItemKind.HighAvailabilityView).State, made.PartOf(ItemKind.HighAvailabilityView).Reason));
        Assert.Equal(old.Parts.Count, made.Parts.Count);
        Assert.Equal((old.Site, old.Version, old.TakenAt), (made.Site, made.Version, made.TakenAt));
    }

    [Fact]
    public void The_same_view_gives_the_same_text_and_each_tile_its_own_id()
    {
        var first = Texts(Project(s => s.ViewGroup("/Walls").View("/Walls/Gates", "Gate", "Gate")).View);
        Assert.Equal(first, Texts(Project(s => s.ViewGroup("/Walls").View("/Walls/Gates", "Gate", "Gate")).View));
        Assert.Equal(2, first.Distinct(StringComparer.Ordinal).Count());
        Assert.DoesNotContain(first[0], Texts(Project(s => s.ViewGroup("/Walls").View("/Walls/Other", "Gate")).View));
    }

    [Fact]
    public void A_camera_with_signs_in_its_name_is_escaped_and_one_that_is_not_known_has_none()
    {
        var world = SyncWorld.OneToOne(r => r.Hardware("10.0.0.1", h => h.Camera(0, "<Gate> & \"Quay\"")), _ => { });
        var camera = world.Primary.OfKind(ItemKind.Camera)[0].Key;
        Assert.Contains("value=\"&lt;Gate&gt; &amp; &quot;Quay&quot;\"", Single(world, camera), StringComparison.Ordinal);
        Assert.Contains("name=\"rmf.name\" value=\"\"", Single(world, camera with { Id = "gone" }), StringComparison.Ordinal);
    }

    private static string Single(SyncWorld world, ItemKey camera)
    {
        // A tile without a position stands at the first.
        var tile = new GroupValue(PropertyBag.Empty.With("camera", new Reference(camera)));
        var view = new Item(new ItemKey("a", ItemKind.View, "v"), null, "V", PropertyBag.Empty.With("tiles", new ListValue([tile])));
        var side = new SideView(RMF.Core.Inventory.Side.Primary, [world.Primary.With([view])], world.Links.Select(l => l.Primary).ToList());
        var made = HighAvailabilityViews.Project(side, _ => Site).OfKind(ItemKind.HighAvailabilityView).Single();
        Assert.Equal("0", ((GroupValue)((ListValue)made.Properties["tiles"]!).Items[0]).Members.TextOf("position"));
        Assert.Equal(["name", "tiles"], made.Properties.Select(p => p.Key));
        return Texts(made)[0];
    }

    private static List<string> Texts(Item view) => [.. ((ListValue)view.Properties["tiles"]!).Items.OfType<GroupValue>().Select(t => t.Members.TextOf("definition")!)];

    private static (SideView Side, Item View) Project(Func<SiteBuilder, SiteBuilder> with)
    {
        var side = HighAvailabilityViews.Project(Side(with), _ => Site);
        return (side, side.OfKind(ItemKind.HighAvailabilityView).Single());
    }

    private static SideView Side(Func<SiteBuilder, SiteBuilder> with)
    {
        var site = with(Docks.Primary()).Build();
        return new SideView(RMF.Core.Inventory.Side.Primary, [site], site.OfKind(ItemKind.RecordingServer).Select(r => r.Key).ToList());
    }
}
