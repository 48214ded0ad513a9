namespace RMF.Simulator.Tests.Worlds;

/// <summary>Worlds from the hardware lists that administrators already have.</summary>
public sealed class HardwareCsvTests
{
    private const string Header =
        "\"DeviceType\",\"Name\",\"Address\",\"Channel\",\"UserName\",\"Password\",\"DriverNumber\",\"DriverGroup\",\"RecordingServer\",\"Enabled\",\"HardwareName\",\"StorageName\",\"Coordinates\",\"DeviceGroups\"\r\n";

    [Fact]
    public void An_exported_list_becomes_a_site()
    {
        var world = World.ParseHardwareCsv(
            Header
            + "\"Camera\",\"Gate 1\",\"http://10.0.0.5/\",\"0\",\"root\",\"p,w\"\"d\",\"806\",\"Axis\",\"REC-1\",\"True\",\"Gate hardware\",\"30 days\",\"55.6, 12.5\",\"/Gates;/Site A/North\"\r\n"
            + "\"Microphone\",\"Gate 1 mic\",\"http://10.0.0.5/\",\"0\",\"root\",\"p,w\"\"d\",\"806\",\"Axis\",\"REC-1\",\"False\",\"Gate hardware\",\"30 days\",\"\",\"\"\r\n"
            + "\"Camera\",\"Hall\",\"https://10.0.0.6:8443/\",\"0\",\"admin\",\"x\",\"763\",\"Hikvision\",\"REC-2\",\"True\",\"\",\"\",\"\",\"/Site A/North\"\r\n",
            "plant.csv");

        var site = world.Site("plant");
        Assert.Equal(["REC-1", "REC-2"], site.Recorders.Select(recorder => recorder.Name));
        var gate = Assert.Single(site.Recorders[0].Hardware);
        Assert.Equal("Gate hardware", gate.Name);
        Assert.Equal("AXIS P3265-LVE", gate.Model.Name);
        Assert.Equal("p,w\"d", gate.Password);
        var camera = Assert.Single(gate.Cameras);
        Assert.Equal(("Gate 1", true, "30 days"), (camera.Name, camera.Enabled, camera.Storage));
        Assert.Equal("POINT (12.5 55.6)", camera.Properties["gisPoint"]);
        Assert.False(Assert.Single(gate.Microphones).Enabled);
        Assert.Equal(["Gates", "Site A"], site.CameraGroups.Select(group => group.Name));
        Assert.Equal(["REC-1/http://10.0.0.5/#0", "REC-2/https://10.0.0.6:8443/#0"], site.CameraGroups[1].Groups.Single().Members);
        Assert.Equal("https://10.0.0.6:8443/", site.Recorders[1].Hardware[0].Address.ToString());
    }

    [Fact]
    public void Address_and_recording_server_are_enough()
    {
        var world = World.ParseHardwareCsv("Address;RecordingServer\n10.0.0.5;REC-1\n10.0.0.6;REC-1\n");

        Assert.Equal(2, world.Site("primary").CameraCount);
    }

    [Fact]
    public void The_recording_server_may_be_given_beside_the_file() =>
        Assert.Equal("REC-9", World.ParseHardwareCsv("Address\n10.0.0.5\n", options: new HardwareCsvOptions { RecordingServer = "REC-9" }).Sites[0].Recorders[0].Name);

    [Fact]
    public void What_the_list_leaves_out_is_disabled()
    {
        var hardware = World.ParseHardwareCsv("Address,RecordingServer,DriverNumber\n10.0.0.5,R,809\n").Sites[0].Recorders[0].Hardware[0];

        Assert.Equal([true, false, false, false], hardware.Cameras.Select(camera => camera.Enabled));
        Assert.All(hardware.Microphones, microphone => Assert.False(microphone.Enabled));
    }

    [Fact]
    public void An_unknown_driver_gets_a_generic_model_with_the_listed_channels()
    {
        var world = World.ParseHardwareCsv("Address,RecordingServer,DriverNumber,DriverGroup,Channel,DeviceType\n10.0.0.5,R,99901,Acme,0,Camera\n10.0.0.5,R,99901,Acme,15,Camera\n10.0.0.5,R,99901,Acme,1,Input\n");

        var model = world.Sites[0].Recorders[0].Hardware[0].Model;
        Assert.Equal((16, 0, 2, 99901, "Acme"), (model.Cameras, model.Microphones, model.Inputs, model.DriverNumber, model.DriverGroup));
        Assert.NotEmpty(model.Streams);
        Assert.NotNull(world.Models.FindByDriver(99901));
    }

    [Fact]
    public void A_model_with_too_few_channels_gives_way_to_a_generic_one() =>
        Assert.Equal(6, World.ParseHardwareCsv("Address,RecordingServer,DriverNumber,Channel\n10.0.0.5,R,809,5\n").Sites[0].CameraCount);

    [Fact]
    public void Quoted_fields_may_hold_line_ends_and_lines_are_still_counted()
    {
        var world = World.ParseHardwareCsv("Address,RecordingServer,Name\r\n10.0.0.5,R,\"two\r\nlines\"\r\n10.0.0.6,R,x\r\n");
        Assert.Equal("two\r\nlines", world.Sites[0].Recorders[0].Hardware[0].Cameras[0].Name);

        var refused = Assert.Throws<WorldException>(() => World.ParseHardwareCsv("Address,RecordingServer,Name\r\n10.0.0.5,R,\"two\r\nlines\"\r\n,R,x\r\n"));
        Assert.Equal((4, 1), (refused.Line, refused.Column));
        Assert.Contains("row 2", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_serves_the_list_with_repeated_names_and_groups()
    {
        var world = World.ParseHardwareCsv("""
            Address,RecordingServer,Name,HardwareName,Channel,DriverNumber,DeviceGroups
            10.0.0.5,R,Camera,Box,0,806,/All
            10.0.0.6,R,Camera,Box,0,806,/All
            10.0.0.6,S,Camera,Box,0,806,/All/S
            """);
        await using var site = new SimulatedSite(world.Sites[0], new SimulatorOptions { TimeProvider = new RMF.Testing.ManualTimeProvider() });

        Assert.Equal(3, world.Sites[0].CameraCount);
        Assert.Equal(["R", "S"], site.Recorders.Select(recorder => recorder.Name));
    }

    [Fact]
    public void A_slash_inside_a_group_name_is_kept()
    {
        var world = World.ParseHardwareCsv("Address,RecordingServer,DeviceGroups\n10.0.0.5,R,/In`/Out/East\n");

        Assert.Equal("In/Out", world.Sites[0].CameraGroups.Single().Name);
    }

    [Fact]
    public void A_type_line_and_blank_lines_are_passed_over() =>
        Assert.Equal(1, World.ParseHardwareCsv("#TYPE System.Management.Automation.PSCustomObject\r\nAddress,RecordingServer\r\n\r\n10.0.0.5,R\r\n\r\n").Sites[0].CameraCount);

    [Theory]
    [InlineData("Name\nx\n", "'Address'")]
    [InlineData("Address,Address\n10.0.0.5,10.0.0.6\n", "twice")]
    [InlineData("Address\n10.0.0.5\n", "recording server")]
    [InlineData("Address,RecordingServer\nftp://10.0.0.5,R\n", "row 1, Address")]
    [InlineData("Address,RecordingServer,DeviceType\n10.0.0.5,R,Siren\n", "row 1, DeviceType")]
    [InlineData("Address,RecordingServer,Enabled\n10.0.0.5,R,perhaps\n", "row 1, Enabled")]
    [InlineData("Address,RecordingServer,Channel\n10.0.0.5,R,-1\n", "row 1, Channel")]
    [InlineData("Address,RecordingServer,Channel\n10.0.0.5,R,4096\n", "row 1, Channel")]
    [InlineData("Address,RecordingServer,Coordinates\n10.0.0.5,R,\"95, 12\"\n", "row 1, Coordinates")]
    [InlineData("Address,RecordingServer\n10.0.0.5,R\n10.0.0.5,R\n", "line 2 too")]
    [InlineData("Address,RecordingServer,DriverNumber\n10.0.0.5,R,806\n10.0.0.5,S,763\n", "driver 763")]
    [InlineData("Address,RecordingServer\n\"10.0.0.5,R\n", "never closed")]
    [InlineData("Address,RecordingServer\n", "at least one row")]
    [InlineData("", "at least one row")]
    public void A_list_that_cannot_be_read_says_why(string csv, string why)
    {
        var refused = Assert.Throws<WorldException>(() => World.ParseHardwareCsv(csv));

        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
        Assert.StartsWith("hardware.csv:", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Address,RecordingServer,Password,DriverNumber\n10.0.0.5,R,se,cret,806\n")]
    [InlineData("Address,RecordingServer,Password,DriverNumber\n10.0.0.5,R,se,cret\n")]
    [InlineData("Address,RecordingServer,Password\n10.0.0.5,R,\"secret\n")]
    [InlineData("Address,RecordingServer,Password\n10.0.0.5,R,\"se\"cret\n")]
    [InlineData("Address,RecordingServer,Password\nhttp://root:secret@10.0.0.5,R,x\n")]
    public void No_message_tells_a_password(string csv)
    {
        var refused = Assert.Throws<WorldException>(() => World.ParseHardwareCsv(csv));

        Assert.DoesNotContain("cret", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_second_site_has_the_recorders_and_storages_and_nothing_else()
    {
        var world = World.ParseHardwareCsv("Address,RecordingServer,StorageName\n10.0.0.5,R,30 days\n", "plant.csv");
        var second = world.Site("secondary");

        Assert.Equal(("plant-dr", "R-DR", "30 days"), (second.Name, second.Recorders.Single().Name, second.Recorders[0].Storages.Single().Name));
        Assert.Equal(0, second.CameraCount);
        Assert.Single(World.ParseHardwareCsv("Address,RecordingServer\n10.0.0.5,R\n", options: new HardwareCsvOptions { AddEmptySecondary = false }).Sites);
    }

    [Fact]
    public void A_file_is_read_as_well_as_text()
    {
        var path = Path.Combine(Path.GetTempPath(), $"rmf-{Guid.NewGuid():N}.csv");
        try
        {
            File.WriteAllText(path, "Address,RecordingServer\n10.0.0.5,R\n", new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
            Assert.Equal(Path.GetFileNameWithoutExtension(path), World.FromHardwareCsv(path).Sites[0].Name);
            Assert.Equal(1, World.Load(path).Sites[0].CameraCount);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
