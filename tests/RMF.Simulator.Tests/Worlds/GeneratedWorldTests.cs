namespace RMF.Simulator.Tests.Worlds;

/// <summary>Worlds of any size.</summary>
public sealed class GeneratedWorldTests
{
    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(7, 2, 3)]
    [InlineData(500, 4, 0)]
    public void Each_site_has_exactly_the_cameras_asked_for(int cameras, int sites, int recorders)
    {
        var world = World.Generate(cameras, sites, recorders);

        Assert.Equal(sites, world.Sites.Count);
        Assert.All(world.Sites, site => Assert.Equal(cameras, site.CameraCount));
        Assert.All(world.Sites, site => Assert.Equal(recorders == 0 ? (cameras + 119) / 120 : recorders, site.Recorders.Count));
    }

    [Fact]
    public void Names_addresses_and_macs_are_unique()
    {
        var world = World.Generate(3000, sites: 4);
        var first = Hardware(world.Sites[0]).ToList();
        var third = Hardware(world.Sites[2]).ToList();

        Unique(first.Concat(third).Select(hardware => hardware.Mac));
        Unique(first.Concat(third).Select(hardware => hardware.Address.ToString()));
        Unique(first.SelectMany(hardware => hardware.Cameras).Select(camera => camera.Name!));
        Unique(world.Sites.SelectMany(site => site.Recorders).Select(recorder => recorder.Name));
    }

    [Fact]
    public void A_pair_of_sites_reaches_the_same_devices()
    {
        var world = World.Generate(100);

        Assert.Equal(
            Hardware(world.Site("primary")).Select(hardware => hardware.Mac),
            Hardware(world.Site("secondary")).Select(hardware => hardware.Mac));
    }

    [Fact]
    public void All_models_appear_and_every_camera_is_in_a_group()
    {
        var site = World.Generate(1000).Sites[0];

        Assert.Equal(ModelCatalogue.Default.Models.Select(model => model.Name).Order(StringComparer.Ordinal), Hardware(site).Select(hardware => hardware.Model.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        var members = site.CameraGroups.SelectMany(kind => kind.Groups).SelectMany(block => block.Members).ToList();
        Assert.Equal(Hardware(site).SelectMany(hardware => hardware.Cameras).Select(camera => camera.Name!).Order(StringComparer.Ordinal), members.Order(StringComparer.Ordinal));
        Assert.All(site.CameraGroups.SelectMany(kind => kind.Groups), block => Assert.InRange(block.Members.Count, 1, 400));
    }

    [Fact]
    public void The_same_shape_makes_the_same_world_and_another_seed_another()
    {
        Assert.Equal(Picture(World.Generate(300, seed: 5)), Picture(World.Generate(300, seed: 5)));
        Assert.NotEqual(Picture(World.Generate(300, seed: 5)), Picture(World.Generate(300, seed: 6)));
    }

    [Fact]
    public void Shares_say_how_far_the_secondary_is_from_the_primary()
    {
        var whole = Hardware(World.Generate(1000).Sites[0]).Count();
        var world = World.Generate(new WorldShape { Cameras = 1000, Missing = 0.2, Drift = 0.1 });
        var there = Hardware(world.Sites[1]).ToList();
        var originals = Hardware(world.Sites[0]).ToDictionary(hardware => hardware.Mac, StringComparer.Ordinal);

        Assert.InRange(there.Count, whole * 0.7, whole * 0.9);
        Assert.InRange(there.Count(hardware => !ReferenceEquals(hardware, originals[hardware.Mac])), there.Count * 0.05, there.Count * 0.15);
    }

    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(100_001, 1, 0)]
    [InlineData(1, 0, 0)]
    [InlineData(1, 51, 0)]
    [InlineData(1, 1, -1)]
    public void A_shape_out_of_range_is_refused(int cameras, int sites, int recorders) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => World.Generate(cameras, sites, recorders));

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_share_out_of_range_is_refused(double share) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => World.Generate(new WorldShape { Cameras = 1, Missing = share }));

    private static IEnumerable<WorldHardware> Hardware(WorldSite site) => site.Recorders.SelectMany(recorder => recorder.Hardware);

    private static string Picture(World world) => string.Join('\n', world.Sites.SelectMany(Hardware).Select(hardware =>
        $"{hardware.Name} {hardware.Mac} {string.Join(',', hardware.Cameras.Select(camera => $"{camera.Name} {string.Join(' ', camera.StreamSettings[0].Values)}"))}"));

    private static void Unique(IEnumerable<string> names)
    {
        var twice = names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1).Select(same => same.Key);
        Assert.Empty(twice);
    }
}
