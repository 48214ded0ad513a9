using RMF.Testing;

namespace RMF.Simulator.Tests.Worlds;

/// <summary>The worlds of examples/worlds.</summary>
public sealed class ExampleWorldTests
{
    public static TheoryData<string> Files =>
        [.. Directory.GetFiles(Path.Combine(Repository.Root, "examples", "worlds"), "*.yaml").Select(path => Path.GetFileName(path))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Each_example_loads_and_has_a_primary_and_a_secondary(string file)
    {
        var world = World.Load(Path.Combine(Repository.Root, "examples", "worlds", file));

        Assert.Equal(Path.GetFileNameWithoutExtension(file), world.Name);
        Assert.NotEqual(0, world.Site("primary").CameraCount);
        Assert.NotEmpty(world.Site("secondary").Recorders);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Each_site_of_each_example_can_be_served(string file)
    {
        foreach (var site in World.Load(Path.Combine(Repository.Root, "examples", "worlds", file)).Sites)
        {
            await using var served = new SimulatedSite(site, new SimulatorOptions { TimeProvider = new ManualTimeProvider() });

            Assert.Equal(site.Recorders.Select(recorder => recorder.Name), served.Recorders.Select(recorder => recorder.Name));
        }
    }

    [Fact]
    public void The_harbour_is_the_one_that_the_documents_speak_of()
    {
        var world = World.Load("harbour");
        var harbour = world.Site("harbour");
        var inland = world.Site("inland");

        Assert.Equal(("primary", "secondary"), (harbour.Side, inland.Side));
        Assert.Equal(["REC-A1", "REC-A2"], harbour.Recorders.Select(recorder => recorder.Name));
        Assert.Equal(["REC-B1"], inland.Recorders.Select(recorder => recorder.Name));
        Assert.Equal(40, harbour.CameraCount);
        Assert.Equal(["Gates", "Perimeter", "Harbour"], harbour.CameraGroups.Select(group => group.Name));
        Assert.Equal(["Quay 1", "Quay 2"], harbour.CameraGroups[2].Groups.Select(group => group.Name));
        Assert.All(harbour.Recorders, recorder => Assert.Contains(recorder.Storages, storage => storage is { Name: "30 days local", IsDefault: true }));
        Assert.Contains(inland.Recorders[0].Storages, storage => storage is { Name: "90 days DR", IsDefault: true });
        Assert.Contains(harbour.Recorders[0].Hardware.SelectMany(hardware => hardware.Cameras), camera => camera.Name == "Gate 1");
    }

    [Fact]
    public void The_harbour_secondary_has_most_of_the_hardware_and_the_rest_is_on_the_network()
    {
        var world = World.Load("harbour");
        var primary = world.Site("harbour").Recorders.SelectMany(recorder => recorder.Hardware).ToList();
        var secondary = world.Site("inland").Recorders.SelectMany(recorder => recorder.Hardware).ToDictionary(hardware => hardware.Mac, StringComparer.Ordinal);

        Assert.Equal((37, 28), (primary.Count, secondary.Count));
        Assert.Subset(primary.Select(hardware => hardware.Mac).ToHashSet(StringComparer.Ordinal), secondary.Keys.ToHashSet(StringComparer.Ordinal));
        Assert.All(primary, hardware => Assert.NotNull(world.Network.Find(hardware.Address)));
        var missing = primary.Where(hardware => !secondary.ContainsKey(hardware.Mac)).ToList();
        Assert.Contains(missing, hardware => hardware.Model.Cameras == 4);
        Assert.Contains(missing, hardware => hardware.Model.Ptz);
        Assert.InRange(primary.Count(hardware => secondary.TryGetValue(hardware.Mac, out var there) && there.Cameras[0].Name != hardware.Cameras[0].Name), 2, 10);
    }
}
