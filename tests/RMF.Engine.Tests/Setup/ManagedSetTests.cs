using RMF.Core.Inventory;
using RMF.Core.Planning;
using RMF.Engine.Runs.Setup;
using RMF.Policy;
using RMF.Testing.Worlds;

namespace RMF.Engine.Tests.Setup;

public sealed class ManagedSetTests
{
    private static readonly SyncWorld World = Build();

    [Fact]
    public void Without_selectors_everything_is_managed() => Assert.Equal(["Fence 1", "Gate 1", "Gate 2", "Quay"], Covered(new ManagePolicy()));

    [Theory]
    [InlineData("Gate*", null, null, null, "Gate 1,Gate 2")]
    [InlineData(null, "/Perimeter", null, null, "Fence 1,Gate 1")]
    [InlineData(null, "/Perimeter/East", null, null, "Fence 1")]
    [InlineData(null, null, "REC-A2", null, "Quay")]
    [InlineData(null, null, "a/rec-a?", null, "Fence 1,Gate 1,Gate 2,Quay")]
    [InlineData(null, null, null, "10.0.0.0/30", "Gate 1,Gate 2")]
    [InlineData("gate*", "/perimeter", null, null, "Gate 1")]
    public void A_camera_is_chosen_by_all_that_its_selector_names(string? name, string? group, string? recorder, string? address, string names)
        => Assert.Equal(names.Split(','), Covered(new ManagePolicy { Include = [new Selector { Name = name, Group = group, Recorder = recorder, Address = address }] }));

    [Fact]
    public void A_camera_is_chosen_by_its_hardwares_model()
        => Assert.Equal(["Quay"], Covered(new ManagePolicy { Include = [new Selector { Model = "*dome*" }] }));

    [Fact]
    public void Exclude_beats_include()
        => Assert.Equal(["Gate 1"], Covered(new ManagePolicy { Include = [new Selector { Name = "Gate*" }], Exclude = [new Selector { Name = "Gate 2" }] }));

    [Fact]
    public void A_pair_is_judged_by_its_primary_camera_from_both_sides()
    {
        // The secondary's name of Gate 1 is another, and so is its address.
        var (set, input) = Set(new ManagePolicy { Include = [new Selector { Name = "Gate 1" }] });
        var twin = input.Secondary.OfKind(ItemKind.Camera).Single(c => c.Name == "Copy of gate 1");
        Assert.True(set.CoversCamera(twin, input.Secondary));
        var (byCopy, _) = Set(new ManagePolicy { Include = [new Selector { Name = "Copy*" }] });
        Assert.False(byCopy.CoversCamera(twin, input.Secondary));
    }

    [Fact]
    public void A_secondary_camera_without_a_pair_is_judged_by_itself()
    {
        var (set, input) = Set(new ManagePolicy { Include = [new Selector { Name = "Orphan" }] });
        Assert.Contains(input.Secondary.OfKind(ItemKind.Camera), c => c.Name == "Orphan" && set.CoversCamera(c, input.Secondary));
    }

    [Fact]
    public void Hardware_is_covered_when_one_of_its_cameras_is()
    {
        var (set, input) = Set(new ManagePolicy { Include = [new Selector { Name = "Gate 2" }] });
        Assert.Equal(["10.0.0.1"], input.Primary.OfKind(ItemKind.Hardware).Where(h => set.CoversHardware(h, input.Primary)).Select(h => h.Name));
    }

    private static List<string> Covered(ManagePolicy manage)
    {
        var (set, input) = Set(manage);
        return input.Primary.OfKind(ItemKind.Camera).Where(c => set.CoversCamera(c, input.Primary)).Select(c => c.Name).Order(StringComparer.Ordinal).ToList();
    }

    private static (ManagedSet Set, PlanningInput Input) Set(ManagePolicy manage)
    {
        var input = World.Input();
        return (new ManagedSet(manage, input.Primary, input.Secondary, input.Pairs), input);
    }

    private static SyncWorld Build()
    {
        CameraBuilder? gate = null;
        CameraBuilder? fence = null;
        var primary = new SiteBuilder("a")
            .Recorder("REC-A1", r => r.Storage("S", isDefault: true).Drivers("5")
                .Hardware("10.0.0.1", h => h.Mac("00:40:8c:00:00:01").Camera(0, "Gate 1", c => gate = c).Camera(1, "Gate 2"))
                .Hardware("10.0.0.4", h => h.Camera(0, "Fence 1", c => fence = c)))
            .Recorder("REC-A2", r => r.Storage("S", isDefault: true).Drivers("5").Hardware("10.0.1.1", h => h.Set("model", "A dome").Camera(0, "Quay")));
        primary.Add(Group("/Perimeter", gate!.Key)).Add(Group("/Perimeter/East", fence!.Key)).Add(Group("/Quays", fence.Key));
        var secondary = new SiteBuilder("b").Recorder("REC-B1", r => r.Storage("S", isDefault: true).Drivers("5")
            .Hardware("10.9.0.1", h => h.Mac("00:40:8c:00:00:01").Camera(0, "Copy of gate 1"))
            .Hardware("10.9.0.2", h => h.Camera(0, "Orphan")));
        return SyncWorld.Of(primary, secondary).Link("REC-A1", "REC-B1").Link("REC-A2", "REC-B1");
    }

    private static Item Group(string path, ItemKey member)
        => new(new ItemKey("a", ItemKind.CameraGroup, path), null, path.Split('/')[^1], PropertyBag.Empty.With("path", Scalar.Text(path)).With("members", new ListValue([new Reference(member)])));
}
