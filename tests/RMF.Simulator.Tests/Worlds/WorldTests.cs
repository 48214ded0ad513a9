namespace RMF.Simulator.Tests.Worlds;

public sealed class WorldTests
{
    [Fact]
    public void Minimal_world_loads_by_name_with_its_values()
    {
        var world = World.Load("minimal");

        var hardware = world.Site("primary").Recorders[0].Hardware[0];
        Assert.Equal("AXIS P3265-LVE", hardware.Model.Name);
        Assert.Equal(new Uri("http://10.0.0.11/"), hardware.Address);
        Assert.Equal("00408C182201", hardware.Mac);
        Assert.Equal(12d, hardware.Cameras[0].StreamSettings[0]["FPS"]);
        Assert.Equal(7 * 24 * 60, world.Site("North").Recorders[0].Storages[0].RetainMinutes);
        Assert.Equal(3, world.Network.Devices.Count());
    }

    [Theory]
    [InlineData("world: w\nsites: []", "w.yaml:1:1: A world needs at least one site")]
    [InlineData("world: w\nsties: []", "w.yaml:2:1: 'sties' is not known here. Did you mean 'sites'?")]
    [InlineData("world: w\nworld: x", "w.yaml:2:1:")]
    [InlineData("world: &a w\nsites: *a", "w.yaml:2:8: Aliases")]
    [InlineData("world: !t w", "w.yaml:1:8: Tags")]
    [InlineData("- 1", "w.yaml:1:1: A list of 'key: value' lines is expected")]
    [InlineData("", "w.yaml:1:1: The file is empty.")]
    [InlineData("world: [", "w.yaml:")]
    public void Broken_file_is_refused_with_its_place(string yaml, string message) =>
        Assert.StartsWith(message, Assert.Throws<WorldException>(() => World.Parse(yaml, "w.yaml")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("model: AXIS P3265-LV", "7:20: There is no model 'AXIS P3265-LV'. Did you mean 'AXIS P3265-LVE'?")]
    [InlineData("mac: 1234", "'1234' is not a MAC address")]
    [InlineData("address: ftp://1.2.3.4", "is not an address")]
    [InlineData("cameras: [{ channel: 1 }]", "has 1 cameras: there is no channel 1")]
    [InlineData("cameras: [{ storage: Nowhere }]", "This recorder has no storage 'Nowhere'.")]
    [InlineData("cameras: [{ general: { brightnes: 3 } }]", "There is no setting 'brightnes' here. Did you mean 'brightness'?")]
    [InlineData("cameras: [{ general: { brightness: 101 } }]", "'brightness': 101 is out of range (0 to 100).")]
    [InlineData("cameras: [{ properties: { channel: 2 } }]", "cameras have no property 'channel' that can be set.")]
    [InlineData("cameras: [{ properties: { failoverSetting: Sometimes } }]", "'Sometimes' is none of FullSupport, LiveOnly, Disabled.")]
    [InlineData("cameras: [{ streams: [{ stream: 4 }] }]", "4 is outside 1 to 3.")]
    public void Wrong_hardware_entry_says_what_and_where(string line, string message)
    {
        var key = line[..line.IndexOf(':', StringComparison.Ordinal)];
        var given = new Dictionary<string, string>(StringComparer.Ordinal) { ["model"] = "model: AXIS P3265-LVE", ["address"] = "address: 10.0.0.1", ["mac"] = "mac: \"00408C000001\"" };
        given[key] = line;
        var yaml = "world: w\nsites:\n  - name: A\n    recorders:\n      - name: R\n        hardware:\n          - " + string.Join("\n            ", given.Values);

        Assert.Contains(message, Assert.Throws<WorldException>(() => World.Parse(yaml, "w.yaml")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Left, H/1]", null)]
    [InlineData("[Lft]", "w.yaml:7:41: There is no 'Lft' among the cameras of this site. Did you mean 'Left'?")]
    [InlineData("[Same]", "2 cameras of this site are called 'Same': write 'hardware name/channel'.")]
    public void Group_lists_devices_of_its_site_by_a_name_that_one_has(string members, string? message)
    {
        var yaml = $"""
            world: w
            sites:
              - name: A
                recorders:
                  - name: R
                    hardware: [{"{"} name: H, model: AXIS P7304, address: 10.0.0.1, mac: "00408C000001", cameras: [{"{"} name: Left {"}"}, {"{"} name: Same {"}"}, {"{"} name: Same {"}"}] {"}"}]
                cameraGroups: [{"{"} name: G, members: {members} {"}"}]
            """;
        if (message is null)
        {
            Assert.Equal(["Left", "H/1"], World.Parse(yaml, "w.yaml").Sites[0].CameraGroups[0].Members);
            return;
        }

        Assert.Contains(message, Assert.Throws<WorldException>(() => World.Parse(yaml, "w.yaml")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_name_lists_the_known_ones() =>
        Assert.Contains("minimal", Assert.Throws<FileNotFoundException>(() => World.Load("nosuch")).Message, StringComparison.Ordinal);

    [Fact]
    public void Two_different_devices_at_one_address_are_refused()
    {
        const string Yaml = """
            world: w
            sites:
              - { name: A, recorders: [{ name: R, hardware: [{ model: M73, address: 10.0.0.1, mac: "0003C5000001" }] }] }
              - { name: B, recorders: [{ name: R, hardware: [{ model: M73, address: 10.0.0.1, mac: "0003C5000002" }] }] }
            """;
        Assert.Contains("10.0.0.1", Assert.Throws<WorldException>(() => World.Parse(Yaml)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Site_is_found_by_name_or_by_the_side_that_one_site_has()
    {
        var world = World.Load("minimal");

        Assert.Equal("South", world.Site("SECONDARY").Name);
        Assert.Null(world.FindSite("east"));
        Assert.Contains("North (primary)", Assert.Throws<ArgumentException>(() => world.Site("east")).Message, StringComparison.Ordinal);
    }
}
